package java.lang;

/**
 * What {@link ObsBridge} needs of the agent behind it. Implementations may throw anything; the bridge catches it.
 *
 * <p>Must be thread-safe and must not block.
 */
public abstract class ObsDispatcher {
    /** See {@link ObsBridge#enter}. */
    public abstract Object enter(Class<?> type, int joinPoint, Object self, Object a, Object b, Object c, Object d);

    /** See {@link ObsBridge#argument}. */
    public abstract Object argument(Object original, Object scope, Class<?> type, int joinPoint);

    /** See {@link ObsBridge#exit} and {@link ObsBridge#exitThrown}. */
    public abstract Object exit(Object result, Throwable thrown, Object scope, Class<?> type, int joinPoint);

    /** Counts and reports a failure of a handler; {@code blown} when its join point has just been cut. */
    public abstract void failed(int joinPoint, Throwable failure, boolean blown);

    /** See {@link ObsBridge#command}. */
    public abstract void command(String arguments);
}
