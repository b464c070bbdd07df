package io.obsagent.instrumentation.springkafka;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Batches;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Subscriber;

/** Which consumer each container's loop polls. Thread-safe. */
final class Containers {
    private final WeakTable<Object, Subscriber> subscribers = new WeakTable<>();
    private final Batches batches;

    Containers(MessagingTelemetry messaging) {
        this.batches = messaging.batches();
    }

    /** A container's loop has polled a batch. */
    void polled(Object loop, Object batch) {
        Subscriber subscriber = batches.take(batch);
        if (subscriber != null && subscribers.get(loop) != subscriber) {
            subscribers.put(loop, subscriber);
        }
    }

    /** Null where nothing was seen of the client. */
    Subscriber subscriber(Object loop) {
        return subscribers.get(loop);
    }
}
