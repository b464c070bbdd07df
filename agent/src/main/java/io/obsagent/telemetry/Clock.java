package io.obsagent.telemetry;

import java.time.Instant;

/**
 * The one place where monotonic time meets the calendar. Durations are differences of {@link System#nanoTime()} only, so
 * a clock that jumps never gives a negative one; the offset is read again from time to time for traces yet to come.
 */
public final class Clock {
    private volatile long offset = measure();

    /** Nanoseconds to add to {@link System#nanoTime()} to get nanoseconds since the epoch. */
    public long epochOffset() {
        return offset;
    }

    /** Follows the wall clock; called by the exporter's thread between exports. */
    public void adjust() {
        offset = measure();
    }

    private static long measure() {
        long nanos = System.nanoTime();
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano() - nanos;
    }
}
