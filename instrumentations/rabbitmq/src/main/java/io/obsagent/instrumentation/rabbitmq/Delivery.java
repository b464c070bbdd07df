package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;

/** A message that the application has and has not settled. Immutable. */
final class Delivery {
    final Destination source;
    /** Of its producer, null where the message has none: settled on a thread of no trace, it still belongs to this one. */
    final RemoteContext carried;

    Delivery(Destination source, RemoteContext carried) {
        this.source = source;
        this.carried = carried;
    }
}
