package io.obsagent.weave;

import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Puts join points into one class file. Adds no member and changes no signature, so that any class can be retransformed. */
final class ClassWeaver extends ClassVisitor {
    /** The newest class-file version that Byte Buddy's ASM reads (Java 27). */
    static final int NEWEST_CLASS_FILE = 71;

    private static final int NO_BODY = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE;

    private final List<JoinPoint> points;
    private final int majorVersion;
    private String type;

    ClassWeaver(List<JoinPoint> points, int majorVersion) {
        super(Opcodes.ASM9);
        this.points = points;
        this.majorVersion = majorVersion;
    }

    byte[] weave(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        cv = writer;
        reader.accept(this, ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        type = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        if ((access & NO_BODY) != 0) {
            return visitor;
        }
        for (int i = 0; i < points.size(); i++) {
            JoinPoint point = points.get(i);
            if (point.matches(name, descriptor)) {
                BridgeCalls calls = new BridgeCalls(visitor, point.number, type, access, majorVersion);
                visitor = point.surroundsCall()
                        ? new CallWeaver(visitor, calls, point)
                        : new BodyWeaver(visitor, calls, point, name, descriptor);
            }
        }
        return visitor;
    }
}
