package io.obsagent.instrumentation.activemq;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import java.net.URI;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.transport.Transport;
import org.apache.activemq.transport.tcp.TcpTransport;

/** Connections and where they lead. */
final class Connections {
    private static final String SYSTEM = "activemq";
    private static final int DEFAULT_PORT = 61616;

    private final WeakTable<Object, URI> transports = new WeakTable<>();
    private final MessagingTelemetry messaging;

    Connections(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    void made(Object transport, URI location) {
        transports.put(transport, location);
    }

    /** Null before it was used. */
    BrokerConnection find(Object connection) {
        return messaging.connections().find(connection);
    }

    /** The broker has been told of it. */
    void used(ActiveMQConnection connection) {
        if (find(connection) == null) {
            Broker broker = broker(connection);
            messaging.connections().watch(connection, broker).opened(broker);
        }
    }

    /** Where it leads now, by the transport below those that reconnect, log or encrypt. */
    Broker broker(ActiveMQConnection connection) {
        Transport transport = connection.getTransport();
        TcpTransport tcp = transport == null ? null : transport.narrow(TcpTransport.class);
        return messaging.brokerAt(SYSTEM, tcp == null ? null : transports.get(tcp), DEFAULT_PORT);
    }
}
