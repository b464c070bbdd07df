package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.qpid.protonj2.client.Tracker;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;

/** One call of {@code publish}. */
final class Publish {
    final Operation operation;
    final Destination target;
    /** Whether the application put a context into the message itself. */
    final boolean foreignContext;
    private volatile Tracker tracker;

    Publish(Operation operation, Destination target, boolean foreignContext) {
        this.operation = operation;
        this.target = target;
        this.foreignContext = foreignContext;
    }

    void sent(Tracker ofTheMessage) {
        tracker = ofTheMessage;
    }

    /** What the broker has said of the message; null before it is sent. */
    Tracker tracker() {
        return tracker;
    }
}
