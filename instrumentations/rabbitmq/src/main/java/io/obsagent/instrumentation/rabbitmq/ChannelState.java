package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Unconfirmed;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is known about one channel. Thread-safe. */
final class ChannelState {
    /** Deliveries that the application has not settled. */
    final PendingTags<Delivery> unsettled = new PendingTags<>(ChannelState::settled);
    /** Publishes that the broker has not confirmed; nothing is recorded of those that are never. */
    final PendingTags<Unconfirmed> unconfirmed = new PendingTags<>(publish -> { });
    final BrokerConnection connection;
    private final AtomicBoolean open = new AtomicBoolean();

    ChannelState(BrokerConnection connection) {
        this.connection = connection;
    }

    void opened() {
        if (open.compareAndSet(false, true)) {
            connection.broker().channels(1);
        }
    }

    void closed() {
        if (open.compareAndSet(true, false)) {
            connection.broker().channels(-1);
        }
        unsettled.close();
        unconfirmed.clear();
    }

    /** The application holds a delivery until it settles it. */
    void holds(long deliveryTag, Destination source, RemoteContext carried) {
        if (unsettled.add(deliveryTag, new Delivery(source, carried))) {
            source.unsettled(1);
        }
    }

    static void settled(Delivery delivery) {
        delivery.source.unsettled(-1);
    }
}
