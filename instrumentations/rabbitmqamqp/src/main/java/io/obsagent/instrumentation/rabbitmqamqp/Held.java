package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;

/** A delivery that the application settles itself. Written before the application gets it. */
final class Held {
    Destination source;
    /** Of its producer, null where the message has none: settled on a thread of no trace, it still belongs to this one. */
    RemoteContext carried;
    private InFlight consumer;

    void by(InFlight inFlight, Destination from, RemoteContext context) {
        source = from;
        carried = context;
        consumer = inFlight;
        inFlight.add(this);
    }

    /** @return false where there is nothing to settle */
    boolean settle() {
        return consumer != null && consumer.settle(this);
    }
}
