package io.obsagent.weave;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a {@link Handler} is woven in. Read at build time into the index; never by reflection.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Weave.All.class)
public @interface Weave {
    /** Binary class names ({@code java.util.Map$Entry}); any one of them. Exact classes cost nothing to match. */
    String[] type();

    /** True when {@link #type()} are interfaces (or superclasses) and every implementor outside the JDK is meant. */
    boolean implementors() default false;

    /** Method names; {@code <init>} is called after construction only, with the instance as result. */
    String[] method();

    /** Parameter types as in source; {@code "..."} as the last one stands for any further ones. */
    String[] parameters() default {"..."};

    /** Which arguments (0-based) the handler gets as a, b, c, d. */
    int[] arguments() default {0, 1, 2, 3};

    /** The arguments (0-based) that {@link Handler#argument} may replace, asked for each in this order. */
    int[] replaces() default {};

    /** Whether the result of {@link Handler#exit} is returned to the caller. */
    boolean replacesResult() default false;

    /**
     * {@code type.method} of a call without arguments inside the method: the handler then surrounds those calls
     * instead of the body, with the receiver as {@code a}. It is not told of exceptions; the next enter on that
     * thread must put things right. For task loops, and for what a method is about to build. Results are objects or
     * none.
     */
    String aroundCallOf() default "";

    /**
     * With {@link #implementors()}: the signature is too common ({@code close()}) to identify an implementor by it, so
     * it is woven only where the interface is listed or another join point of the same interface matches too.
     */
    boolean common() default false;

    /**
     * Woven only if {@code obs.instrumentation.<library>.<option>.enabled} is true: what costs too much to be on for
     * everybody.
     */
    String option() default "";

    /** Container of repeated annotations. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface All {
        Weave[] value();
    }
}
