package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.impl.NetworkConnection;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.MessagingTelemetry;

/** The state of each connection, made at its first use. */
final class Connections {
    private static final String SYSTEM = "rabbitmq";

    private final MessagingTelemetry messaging;

    Connections(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    BrokerConnection of(Object connection) {
        BrokerConnection known = messaging.connections().find(connection);
        return known == null ? messaging.connections().watch(connection, broker(connection)) : known;
    }

    private Broker broker(Object connection) {
        NetworkConnection network = connection instanceof NetworkConnection ? (NetworkConnection) connection : null;
        return network == null ? messaging.broker(SYSTEM, null, 0)
                : messaging.broker(SYSTEM, network.getAddress(), network.getPort());
    }
}
