package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.impl.NetworkConnection;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.MessagingTelemetry;

/** The state of each connection, made at its first use. */
final class Connections {
    private static final String SYSTEM = "rabbitmq";

    private final WeakTable<Object, ConnectionState> states = new WeakTable<>();
    private final MessagingTelemetry messaging;

    Connections(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    ConnectionState of(Object connection) {
        ConnectionState known = states.get(connection);
        return known == null ? make(connection) : known;
    }

    private synchronized ConnectionState make(Object connection) {
        ConnectionState raced = states.get(connection);
        if (raced != null) {
            return raced;
        }
        ConnectionState state = new ConnectionState(broker(connection));
        states.put(connection, state);
        return state;
    }

    private Broker broker(Object connection) {
        NetworkConnection network = connection instanceof NetworkConnection ? (NetworkConnection) connection : null;
        return network == null ? messaging.broker(SYSTEM, null, 0)
                : messaging.broker(SYSTEM, network.getAddress(), network.getPort());
    }
}
