package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Address;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.MessagingTelemetry;

/** Connections, watched from their first use, and what belongs to a connection without saying so. */
final class Connections {
    private static final String SYSTEM = "rabbitmq";

    private final WeakTable<Object, BrokerConnection> ofManagements = new WeakTable<>();
    private final WeakTable<Object, Broker> connected = new WeakTable<>();
    private final MessagingTelemetry messaging;
    private final Broker unknown;

    Connections(MessagingTelemetry messaging) {
        this.messaging = messaging;
        this.unknown = messaging.broker(SYSTEM, null, 0, null, 0);
    }

    BrokerConnection of(Object connection) {
        return messaging.connections().watch(connection, unknown);
    }

    /** Of a publisher or a queue whose connection was made before the agent came. */
    Broker unknown() {
        return unknown;
    }

    /** A connection of the library below is there; which of the application's it is for is said next. */
    void connected(Object nativeConnection, Address address) {
        connected.put(nativeConnection, messaging.broker(SYSTEM, address.host(), address.port(), null, 0));
    }

    void uses(Object connection, Object nativeConnection) {
        Broker found = connected.remove(nativeConnection);
        if (found != null) {
            of(connection).leadsTo(found);
        }
    }

    void manages(Object connection, Object management) {
        ofManagements.put(management, of(connection));
    }

    Broker managed(Object management) {
        BrokerConnection connection = ofManagements.get(management);
        return connection == null ? unknown : connection.broker();
    }
}
