package io.obsagent.instrumentation.artemis;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;

/** Connections and where they lead. Each has a session factory of its own, which is what reconnects. */
final class Connections {
    private static final String SYSTEM = "activemq";

    private final MessagingTelemetry messaging;

    Connections(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    /** Null for one that is not open yet. */
    BrokerConnection find(Object connectionOrFactory) {
        return messaging.connections().find(connectionOrFactory);
    }

    void opened(Object connection, ClientSessionFactory factory) {
        Broker broker = broker(factory);
        BrokerConnection known = messaging.connections().watch(connection, broker);
        messaging.connections().same(factory, known);
        known.opened(broker);
    }

    /** As configured; a broker in the same process has no host. */
    Broker broker(ClientSessionFactory factory) {
        TransportConfiguration connector = factory.getConnectorConfiguration();
        Map<String, Object> parameters = connector == null ? null : connector.getParams();
        Object host = parameters == null ? null : parameters.get("host");
        Object port = parameters == null ? null : parameters.get("port");
        return messaging.broker(SYSTEM, host == null ? null : host.toString(), number(port), null, 0);
    }

    /** A number or its text; 0 for neither. */
    private static int number(Object port) {
        try {
            return port == null ? 0 : Integer.parseInt(port.toString());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
