package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.WeakTable;

/**
 * Batches of messages that a consumer has polled, and by which consumer. A library that hands a batch's messages on takes
 * it, so that their processing is seen once: by its own handlers and not by those of the client below. Thread-safe.
 */
public final class Batches {
    private final WeakTable<Object, Subscriber> polled = new WeakTable<>();

    Batches() {}

    /** A consumer has polled a batch. */
    public void polled(Object batch, Subscriber by) {
        polled.put(batch, by);
    }

    /** Who polled the batch; null where unknown or taken. */
    public Subscriber subscriber(Object batch) {
        return polled.get(batch);
    }

    /** As {@link #subscriber}; from now on it is unknown to everybody else. */
    public Subscriber take(Object batch) {
        return polled.remove(batch);
    }
}
