package io.obsagent.config;

/**
 * A warning that may recur any number of times and is logged at most once a minute, with the number of times it was held
 * back in between. One object a subject (an exporter, a queue). Thread-safe.
 */
public final class RepeatedWarning {
    private static final long INTERVAL_NANOS = 60_000_000_000L;

    private long lastNanos;
    private boolean logged;
    private long heldBack;

    /** Logs the message now, or counts it. */
    public void warn(String message) {
        long suppressed = admit(System.nanoTime());
        if (suppressed >= 0) {
            AgentLog.warn(suppressed == 0 ? message : message + " (and " + suppressed + " more since the last warning)");
        }
    }

    /** How many were held back since the last one admitted, or -1 to hold this one back too. */
    synchronized long admit(long nowNanos) {
        if (logged && nowNanos - lastNanos < INTERVAL_NANOS) {
            heldBack++;
            return -1;
        }
        logged = true;
        lastNanos = nowNanos;
        long before = heldBack;
        heldBack = 0;
        return before;
    }
}
