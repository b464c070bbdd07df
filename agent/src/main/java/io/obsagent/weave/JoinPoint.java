package io.obsagent.weave;

/**
 * One place where a handler is woven in, as the index holds it. Immutable; names are internal ({@code java/sql/Driver}).
 */
final class JoinPoint {
    final int number;
    final String library;
    final String handler;
    final String[] types;
    final boolean implementors;
    final String[] methods;
    /** The start of the descriptor; complete up to {@code ')'} when all parameters are named. */
    final String descriptor;
    final byte[] arguments;
    final byte[] replaces;
    final boolean replacesResult;
    /** {@code owner.name} of the surrounded call, empty for the body. */
    final String aroundCallOf;
    final boolean common;
    /** The switch that must be on for it, below the library's own; empty for none. */
    final String option;

    JoinPoint(int number, String library, String handler, String[] types, boolean implementors, String[] methods,
            String descriptor, byte[] arguments, byte[] replaces, boolean replacesResult, String aroundCallOf, boolean common) {
        this(number, library, handler, types, implementors, methods, descriptor, arguments, replaces, replacesResult,
                aroundCallOf, common, "");
    }

    JoinPoint(int number, String library, String handler, String[] types, boolean implementors, String[] methods,
            String descriptor, byte[] arguments, byte[] replaces, boolean replacesResult, String aroundCallOf,
            boolean common, String option) {
        this.number = number;
        this.library = library;
        this.handler = handler;
        this.types = types;
        this.implementors = implementors;
        this.methods = methods;
        this.descriptor = descriptor;
        this.arguments = arguments;
        this.replaces = replaces;
        this.replacesResult = replacesResult;
        this.aroundCallOf = aroundCallOf;
        this.common = common;
        this.option = option;
    }

    /** The name of its switch: {@code jdbc}, or {@code jdbc.rows} for an option of it. */
    String switchName() {
        return option.isEmpty() ? library : library + "." + option;
    }

    boolean matches(String method, String methodDescriptor) {
        for (String candidate : methods) {
            if (candidate.equals(method)) {
                return methodDescriptor.startsWith(descriptor);
            }
        }
        return false;
    }

    boolean surroundsCall() {
        return !aroundCallOf.isEmpty();
    }
}
