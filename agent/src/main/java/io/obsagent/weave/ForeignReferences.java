package io.obsagent.weave;

import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Collects what one class of an instrumentation module uses of classes that are neither ours nor java.*; build time only. */
final class ForeignReferences extends ClassVisitor {
    private final Set<References.Use> uses;

    ForeignReferences(Set<References.Use> uses) {
        super(Opcodes.ASM9);
        this.uses = uses;
    }

    private static boolean foreign(String internalName) {
        return !internalName.startsWith("java/") && !internalName.startsWith("io/obsagent/")
                && !internalName.startsWith("[");
    }

    private void type(String internalName) {
        if (internalName != null && foreign(internalName)) {
            uses.add(References.Use.ofClass(internalName));
        }
    }

    private void member(byte kind, String owner, String name, String descriptor) {
        if (foreign(owner)) {
            uses.add(new References.Use(kind, owner, name, descriptor));
        }
    }

    private void method(int opcode, String owner, String name, String descriptor) {
        member(opcode == Opcodes.INVOKESTATIC ? References.STATIC_METHOD : References.METHOD, owner, name, descriptor);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        type(superName);
        for (String each : interfaces) {
            type(each);
        }
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        Type type = Type.getType(descriptor);
        if (type.getSort() == Type.OBJECT) {
            type(type.getInternalName());
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitTypeInsn(int opcode, String type) {
                type(type);
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String fieldDescriptor) {
                boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
                member(isStatic ? References.STATIC_FIELD : References.FIELD, owner, field, fieldDescriptor);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String calledDescriptor, boolean itf) {
                method(opcode, owner, called, calledDescriptor);
            }

            @Override
            public void visitInvokeDynamicInsn(String indy, String indyDescriptor, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle) {
                        Handle handle = (Handle) argument;
                        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
                        method(isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL, handle.getOwner(),
                                handle.getTag() == Opcodes.H_NEWINVOKESPECIAL ? "<init>" : handle.getName(), handle.getDesc());
                    }
                }
            }
        };
    }
}
