package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Unsettled;

/** A delivery that the application settles itself. Written before the application gets it. */
final class Held {
    Destination source;
    /** Of its producer, null where the message has none: settled on a thread of no trace, it still belongs to this one. */
    RemoteContext carried;
    private Unsettled.Delivery delivery;

    void by(Unsettled consumer, Destination from, RemoteContext context) {
        source = from;
        carried = context;
        delivery = consumer.arrived();
        delivery.taken(from);
    }

    /** @return false where there is nothing to settle */
    boolean settle() {
        return delivery != null && delivery.settled();
    }
}
