package io.obsagent.instrumentation.okhttp;

/**
 * The chain that will hand a request on to the network part of OkHttp, for each thread: the headers belong into that
 * request and no other, so that neither the application's request nor its response shows them.
 */
final class Attempts {
    private final ThreadLocal<Object> starting = new ThreadLocal<>();

    void starting(Object chain) {
        starting.set(chain);
    }

    /** Whether the attempt that {@link #starting} announced goes through this chain; true once. */
    boolean begins(Object chain) {
        if (starting.get() != chain) {
            return false;
        }
        starting.remove();
        return true;
    }
}
