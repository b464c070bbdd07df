package io.obsagent.instrumentation.springrabbit;

/** What a listener threw, without what the container puts around it. */
final class ListenerFailure {
    /** By name: its package is not the same in all versions. */
    private static final String WRAPPER = "ListenerExecutionFailedException";

    private ListenerFailure() {}

    static Throwable cause(Throwable thrown) {
        Throwable found = thrown;
        while (found != null && found.getCause() != null && found.getClass().getName().endsWith(WRAPPER)) {
            found = found.getCause();
        }
        return found;
    }
}
