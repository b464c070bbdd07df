package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;

/** One call of {@code basicPublish}. */
final class Publish {
    final Operation operation;
    final Destination destination;
    /** Of confirm mode; 0 outside it. */
    final long sequenceNumber;
    /** Whether the application put a context into the message itself. */
    final boolean foreignContext;
    final ChannelState channel;

    Publish(Operation operation, Destination destination, ChannelState channel, long sequenceNumber, boolean foreignContext) {
        this.operation = operation;
        this.destination = destination;
        this.channel = channel;
        this.sequenceNumber = sequenceNumber;
        this.foreignContext = foreignContext;
    }
}
