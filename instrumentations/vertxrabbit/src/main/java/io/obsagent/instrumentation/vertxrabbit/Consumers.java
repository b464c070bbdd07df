package io.obsagent.instrumentation.vertxrabbit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.impl.NetworkConnection;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.MessagingTelemetry;

/** Which broker each consumer has its messages from. */
final class Consumers {
    private static final String SYSTEM = "rabbitmq";

    private final WeakTable<Object, Broker> brokers = new WeakTable<>();
    private final MessagingTelemetry messaging;

    Consumers(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    void made(Object consumer, Channel channel) {
        Connection connection = channel.getConnection();
        brokers.put(consumer, connection instanceof NetworkConnection
                ? messaging.broker(SYSTEM, ((NetworkConnection) connection).getAddress(), ((NetworkConnection) connection).getPort())
                : messaging.broker(SYSTEM, null, 0));
    }

    /** Null for a consumer that was made before the agent came. */
    Broker of(Object consumer) {
        return brokers.get(consumer);
    }
}
