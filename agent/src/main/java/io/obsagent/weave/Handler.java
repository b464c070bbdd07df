package io.obsagent.weave;

/**
 * What happens at one or more join points; named by {@link Weave} annotations on the subclass.
 *
 * <p>A handler is an ordinary class compiled against the library. One instance exists for each (application class
 * loader, library); the sole constructor may ask for the telemetry, and for any class of the library's own package,
 * of which one instance is shared by its handlers.
 *
 * <p>Handlers run on the application's threads, inside its calls: they must be thread-safe, must not block and must
 * not log. What they throw is caught, counted, and after twenty times the join point is cut.
 */
public abstract class Handler {
    /**
     * Before the body.
     *
     * @param self the instance, null in static methods and constructors
     * @param a the first argument chosen by {@link Weave#arguments()}, primitives boxed; null when there is none
     * @return the scope that {@link #exit} gets; null when this call is of no interest, which skips the exit
     */
    public abstract Object enter(Object self, Object a, Object b, Object c, Object d);

    /**
     * Replaces an argument named by {@link Weave#replaces()}; called after {@link #enter} if that gave a scope.
     *
     * @return an object of the parameter's type
     */
    public Object argument(Object scope, Object original) {
        return original;
    }

    /**
     * After the body.
     *
     * @param result what the method returns (null for void and for numbers, truth values boxed); for a constructor the new instance
     * @param thrown what the body threw, null when it returned
     * @return the result to return instead, heeded only where {@link Weave#replacesResult()} says so
     */
    public Object exit(Object scope, Object result, Throwable thrown) {
        return result;
    }
}
