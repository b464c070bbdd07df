package io.obsagent.telemetry.messaging;

/** A message that was sent and that the broker has not answered for. Immutable. */
public final class Unconfirmed {
    private final Destination target;
    private final long sentNanos;

    public Unconfirmed(Destination target, long sentNanos) {
        this.target = target;
        this.sentNanos = sentNanos;
    }

    /** The broker takes or refuses it, at a moment of {@link System#nanoTime()}. */
    public void confirmed(boolean accepted, long nanos) {
        target.confirmed(accepted, nanos - sentNanos);
    }

    /** The broker gives it back: nobody takes it. */
    void returned() {
        target.returned();
    }
}
