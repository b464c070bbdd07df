package io.obsagent.export.transport;

/** A moment on the monotonic clock by which something must be over. Immutable. */
public final class Deadline {
    private static final long MILLI_NANOS = 1_000_000;

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** {@code millis} from now. */
    public static Deadline in(long millis) {
        return new Deadline(System.nanoTime() + millis * MILLI_NANOS);
    }

    public boolean isOver() {
        return remainingNanos() <= 0;
    }

    public long remainingNanos() {
        return nanos - System.nanoTime();
    }

    /** Rounded up and at least 1, because 0 means "for ever" to sockets. */
    public int remainingMillis() {
        long millis = (remainingNanos() + MILLI_NANOS - 1) / MILLI_NANOS;
        return (int) Math.max(1, Math.min(millis, Integer.MAX_VALUE));
    }
}
