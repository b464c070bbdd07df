package io.obsagent.weave;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Surrounds calls inside a method, such as {@code task.run()} in the loop of a thread pool. The scope stays on the
 * operand stack under the receiver, so that no frame changes: a task loop of the JDK keeps its exact shape.
 */
final class CallWeaver extends MethodVisitor {
    private final BridgeCalls calls;
    private final JoinPoint point;

    CallWeaver(MethodVisitor out, BridgeCalls calls, JoinPoint point) {
        super(Opcodes.ASM9, out);
        this.calls = calls;
        this.point = point;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean returns = descriptor.startsWith("()L");
        if (!returns && !descriptor.equals("()V") || !point.aroundCallOf.equals(owner + "." + name)) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        // receiver -> receiver, scope
        mv.visitInsn(Opcodes.DUP);
        calls.pushPoint();
        // receiver, receiver, class, number -> receiver, class, number, receiver
        mv.visitInsn(Opcodes.DUP2_X1);
        mv.visitInsn(Opcodes.POP2);
        calls.pushSelf(false);
        mv.visitInsn(Opcodes.SWAP);
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitInsn(Opcodes.ACONST_NULL);
        calls.enter();
        mv.visitInsn(Opcodes.SWAP);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        // scope -> nothing, or scope, result -> result
        mv.visitInsn(returns ? Opcodes.DUP_X1 : Opcodes.ACONST_NULL);
        mv.visitInsn(Opcodes.SWAP);
        calls.pushPoint();
        calls.exit();
        mv.visitInsn(Opcodes.POP);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + BridgeCalls.STACK + 2, maxLocals);
    }
}
