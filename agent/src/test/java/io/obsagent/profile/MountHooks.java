package io.obsagent.profile;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Calls back when a virtual thread has been mounted and before it is unmounted: the test's stand-in for the agent's weaving. */
final class MountHooks {
    private static final String BRIDGE = "java/lang/ProfileTestMounts";

    private MountHooks() {}

    static void install(Instrumentation instrumentation, Runnable mounted, Runnable unmounting) throws Exception {
        Set<Module> us = Set.of(MountHooks.class.getModule());
        instrumentation.redefineModule(Object.class.getModule(), Set.of(), Map.of(), Map.of("java.lang", us), Set.of(), Map.of());
        Class<?> bridge = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(bridge());
        bridge.getField("mounted").set(null, mounted);
        bridge.getField("unmounting").set(null, unmounting);
        mounted.run();
        unmounting.run();
        Class<?> virtualThread = Class.forName("java.lang.VirtualThread");
        instrumentation.addTransformer(new Weaver(), true);
        instrumentation.retransformClasses(virtualThread);
    }

    private static byte[] bridge() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, BRIDGE, null, "java/lang/Object", null);
        for (String name : new String[] {"mounted", "unmounting"}) {
            writer.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, "Ljava/lang/Runnable;", null, null).visitEnd();
            MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, "()V", null, null);
            method.visitCode();
            method.visitFieldInsn(Opcodes.GETSTATIC, BRIDGE, name, "Ljava/lang/Runnable;");
            method.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/lang/Runnable", "run", "()V", true);
            method.visitInsn(Opcodes.RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static final class Weaver implements ClassFileTransformer {
        @Override
        public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
            if (!"java/lang/VirtualThread".equals(name)) {
                return null;
            }
            ClassReader reader = new ClassReader(bytes);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
                @Override
                public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
                    MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
                    boolean mount = method.equals("mount") && descriptor.equals("()V");
                    boolean unmount = method.equals("unmount") && descriptor.equals("()V");
                    return mount || unmount ? new Hook(next, mount) : next;
                }
            }, 0);
            return writer.toByteArray();
        }
    }

    private static final class Hook extends MethodVisitor {
        private final boolean mount;

        Hook(MethodVisitor next, boolean mount) {
            super(Opcodes.ASM9, next);
            this.mount = mount;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (!mount) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "unmounting", "()V", false);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (mount && opcode == Opcodes.RETURN) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "mounted", "()V", false);
            }
            super.visitInsn(opcode);
        }
    }
}
