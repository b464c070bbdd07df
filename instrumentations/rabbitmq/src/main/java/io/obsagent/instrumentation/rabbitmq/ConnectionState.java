package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.messaging.Broker;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is known about one connection. Thread-safe. */
final class ConnectionState {
    final Broker broker;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean blocked = new AtomicBoolean();

    ConnectionState(Broker broker) {
        this.broker = broker;
    }

    void opened() {
        if (open.compareAndSet(false, true)) {
            broker.connections(1);
        }
    }

    void closed() {
        unblocked();
        if (open.compareAndSet(true, false)) {
            broker.connections(-1);
        }
    }

    void blocked() {
        if (blocked.compareAndSet(false, true)) {
            broker.blocked(1);
        }
    }

    void unblocked() {
        if (blocked.compareAndSet(true, false)) {
            broker.blocked(-1);
        }
    }
}
