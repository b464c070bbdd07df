package io.obsagent.weave;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Writes the calls of one join point in one method to {@code java.lang.ObsBridge}. */
final class BridgeCalls {
    /** Stack that a bridge call needs above what the method has there. */
    static final int STACK = 8;

    private static final String BRIDGE = "java/lang/ObsBridge";
    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String POINT = "Ljava/lang/Class;I";

    private final MethodVisitor out;
    private final int joinPoint;
    private final String type;
    private final boolean isStatic;
    private final int majorVersion;

    BridgeCalls(MethodVisitor out, int joinPoint, String type, int access, int majorVersion) {
        this.out = out;
        this.joinPoint = joinPoint;
        this.type = type;
        this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
        this.majorVersion = majorVersion;
    }

    boolean isStatic() {
        return isStatic;
    }

    /** Class files before Java 6 have no stack map frames to keep right. */
    boolean hasFrames() {
        return majorVersion >= Opcodes.V1_6;
    }

    /** Before Java 5 a class constant cannot be written; a static method there has no class to name. */
    boolean possible() {
        return majorVersion >= Opcodes.V1_5 || !isStatic;
    }

    void pushPoint() {
        if (majorVersion >= Opcodes.V1_5) {
            out.visitLdcInsn(Type.getObjectType(type));
        } else {
            out.visitVarInsn(Opcodes.ALOAD, 0);
            out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;", false);
        }
        out.visitIntInsn(Opcodes.SIPUSH, joinPoint);
    }

    void pushSelf(boolean constructor) {
        if (isStatic || constructor) {
            out.visitInsn(Opcodes.ACONST_NULL);
        } else {
            out.visitVarInsn(Opcodes.ALOAD, 0);
        }
    }

    /** Pushes a local variable as an object. */
    void pushBoxed(Type variable, int slot) {
        out.visitVarInsn(variable.getOpcode(Opcodes.ILOAD), slot);
        if (variable.getSort() < Type.ARRAY) {
            box(variable);
        }
    }

    /** Turns the primitive on the stack into an object. */
    void box(Type primitive) {
        String wrapper = wrapper(primitive);
        out.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper, "valueOf",
                "(" + primitive.getDescriptor() + ")L" + wrapper + ";", false);
    }

    void enter() {
        call("enter", "(" + POINT + OBJECT + OBJECT + OBJECT + OBJECT + OBJECT + ")" + OBJECT);
    }

    void argument() {
        call("argument", "(" + OBJECT + OBJECT + POINT + ")" + OBJECT);
    }

    void exit() {
        call("exit", "(" + OBJECT + OBJECT + POINT + ")" + OBJECT);
    }

    void exitThrown() {
        call("exitThrown", "(Ljava/lang/Throwable;" + OBJECT + POINT + ")V");
    }

    private void call(String name, String descriptor) {
        out.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, name, descriptor, false);
    }

    private static String wrapper(Type primitive) {
        switch (primitive.getSort()) {
            case Type.BOOLEAN:
                return "java/lang/Boolean";
            case Type.CHAR:
                return "java/lang/Character";
            case Type.BYTE:
                return "java/lang/Byte";
            case Type.SHORT:
                return "java/lang/Short";
            case Type.INT:
                return "java/lang/Integer";
            case Type.FLOAT:
                return "java/lang/Float";
            case Type.LONG:
                return "java/lang/Long";
            default:
                return "java/lang/Double";
        }
    }
}
