package io.obsagent.weave;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.TypePath;

/**
 * Surrounds the body of one method: enter at its start, exit before every return and in a handler for everything
 * thrown. The scope lives in a new local variable right behind the parameters; all others move up by one, in
 * instructions and in stack map frames alike. Where two join points lie in one method, two of these are chained.
 *
 * <p>A constructor has its exit at the returns only: before {@code super()} there is no instance to speak of, and the
 * verifier allows no handler over that call.
 */
final class BodyWeaver extends MethodVisitor {
    private final BridgeCalls calls;
    private final JoinPoint point;
    private final boolean constructor;
    private final Type[] parameters;
    private final Type result;
    private final int scope;
    private final List<Label> ranges = new ArrayList<>(8);
    private boolean rangeOpen;

    BodyWeaver(MethodVisitor out, BridgeCalls calls, JoinPoint point, String name, String descriptor) {
        super(Opcodes.ASM9, out);
        this.calls = calls;
        this.point = point;
        this.constructor = name.equals("<init>");
        this.parameters = Type.getArgumentTypes(descriptor);
        this.result = Type.getReturnType(descriptor);
        this.scope = slot(parameters.length);
    }

    private int slot(int parameter) {
        int slot = calls.isStatic() ? 0 : 1;
        for (int i = 0; i < parameter; i++) {
            slot += parameters[i].getSize();
        }
        return slot;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (!calls.possible()) {
            mv.visitInsn(Opcodes.ACONST_NULL);
            mv.visitVarInsn(Opcodes.ASTORE, scope);
            return;
        }
        calls.pushPoint();
        calls.pushSelf(constructor);
        for (int i = 0; i < 4; i++) {
            int argument = i < point.arguments.length ? point.arguments[i] : parameters.length;
            if (argument < parameters.length) {
                calls.pushBoxed(parameters[argument], slot(argument));
            } else {
                mv.visitInsn(Opcodes.ACONST_NULL);
            }
        }
        calls.enter();
        mv.visitVarInsn(Opcodes.ASTORE, scope);
        for (byte argument : point.replaces) {
            if (argument < parameters.length) {
                replaceArgument(parameters[argument], slot(argument));
            }
        }
    }

    private void replaceArgument(Type parameter, int slot) {
        if (parameter.getSort() < Type.ARRAY) {
            return;
        }
        mv.visitVarInsn(Opcodes.ALOAD, slot);
        mv.visitVarInsn(Opcodes.ALOAD, scope);
        calls.pushPoint();
        calls.argument();
        mv.visitTypeInsn(Opcodes.CHECKCAST, parameter.getInternalName());
        mv.visitVarInsn(Opcodes.ASTORE, slot);
    }

    private void openRange() {
        if (!rangeOpen && !constructor && calls.possible()) {
            Label start = new Label();
            mv.visitLabel(start);
            ranges.add(start);
            rangeOpen = true;
        }
    }

    private void closeRange() {
        if (rangeOpen) {
            Label end = new Label();
            mv.visitLabel(end);
            ranges.add(end);
            rangeOpen = false;
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
            openRange();
            super.visitInsn(opcode);
            return;
        }
        closeRange();
        if (calls.possible()) {
            exit(opcode);
        }
        super.visitInsn(opcode);
    }

    private void exit(int returnOpcode) {
        boolean replaced = point.replacesResult && returnOpcode == Opcodes.ARETURN;
        if (constructor) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
        } else if (result.getSort() == Type.BOOLEAN) {
            mv.visitInsn(Opcodes.DUP);
            calls.box(result);
        } else if (returnOpcode != Opcodes.ARETURN) {
            mv.visitInsn(Opcodes.ACONST_NULL);
        } else if (!replaced) {
            mv.visitInsn(Opcodes.DUP);
        }
        mv.visitVarInsn(Opcodes.ALOAD, scope);
        calls.pushPoint();
        calls.exit();
        if (replaced) {
            mv.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
        } else {
            mv.visitInsn(Opcodes.POP);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        closeRange();
        if (!ranges.isEmpty()) {
            Label handler = new Label();
            mv.visitLabel(handler);
            if (calls.hasFrames()) {
                mv.visitFrame(Opcodes.F_NEW, scope + 1, onlyScope(), 1, new Object[] {"java/lang/Throwable"});
            }
            mv.visitInsn(Opcodes.DUP);
            mv.visitVarInsn(Opcodes.ALOAD, scope);
            calls.pushPoint();
            calls.exitThrown();
            mv.visitInsn(Opcodes.ATHROW);
            for (int i = 0; i < ranges.size(); i += 2) {
                mv.visitTryCatchBlock(ranges.get(i), ranges.get(i + 1), handler, null);
            }
        }
        super.visitMaxs(maxStack + BridgeCalls.STACK, maxLocals + 1);
    }

    private Object[] onlyScope() {
        Object[] locals = new Object[scope + 1];
        for (int i = 0; i < scope; i++) {
            locals[i] = Opcodes.TOP;
        }
        locals[scope] = "java/lang/Object";
        return locals;
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
        if (!calls.hasFrames()) {
            super.visitFrame(type, localCount, locals, stackCount, stack);
            return;
        }
        List<Object> shifted = new ArrayList<>(localCount + scope + 1);
        int slot = 0;
        int i = 0;
        for (; i < localCount && slot < scope; i++) {
            shifted.add(locals[i]);
            slot += locals[i] == Opcodes.LONG || locals[i] == Opcodes.DOUBLE ? 2 : 1;
        }
        for (; slot < scope; slot++) {
            shifted.add(Opcodes.TOP);
        }
        shifted.add("java/lang/Object");
        for (; i < localCount; i++) {
            shifted.add(locals[i]);
        }
        super.visitFrame(type, shifted.size(), shifted.toArray(), stackCount, stack);
    }

    private int shift(int slot) {
        return slot < scope ? slot : slot + 1;
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        openRange();
        super.visitVarInsn(opcode, shift(slot));
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        openRange();
        super.visitIincInsn(shift(slot), increment);
    }

    @Override
    public void visitLocalVariable(String name, String descriptor, String signature, Label start, Label end, int slot) {
        super.visitLocalVariable(name, descriptor, signature, start, end, shift(slot));
    }

    @Override
    public AnnotationVisitor visitLocalVariableAnnotation(int typeRef,
            TypePath path, Label[] start, Label[] end, int[] slots, String descriptor, boolean visible) {
        int[] shifted = new int[slots.length];
        for (int i = 0; i < slots.length; i++) {
            shifted[i] = shift(slots[i]);
        }
        return super.visitLocalVariableAnnotation(typeRef, path, start, end, shifted, descriptor, visible);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        openRange();
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        openRange();
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        openRange();
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        openRange();
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap,
            Object... arguments) {
        openRange();
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        openRange();
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        openRange();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        openRange();
        super.visitTableSwitchInsn(min, max, fallback, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        openRange();
        super.visitLookupSwitchInsn(fallback, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        openRange();
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }
}
