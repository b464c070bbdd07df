package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.messaging.Destination;

/** A publish that the broker has not confirmed yet. */
final class Unconfirmed {
    final Destination destination;
    final long nanos = System.nanoTime();

    Unconfirmed(Destination destination) {
        this.destination = destination;
    }
}
