package io.obsagent.instrumentation.azureservicebus;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.qpid.proton.engine.Connection;

/** Namespaces by their host names: few, each lasting as long as its clients. Thread-safe. */
final class Brokers {
    private static final String SERVICE_BUS = "servicebus";
    private static final String EVENT_HUBS = "eventhubs";

    private final Map<Broker, BrokerConnection> lost = new ConcurrentHashMap<>();
    private final Map<String, Broker> known = new ConcurrentHashMap<>();
    private final MessagingTelemetry messaging;

    Brokers(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    /** @param product what the client says to the broker that it is */
    Broker connected(String host, int port, Object product) {
        String system = String.valueOf(product).contains(EVENT_HUBS) ? EVENT_HUBS : SERVICE_BUS;
        Broker broker = messaging.broker(system, host, port, null, 0);
        known.put(host, broker);
        return broker;
    }

    /** The client makes another connection; where one was lost it is that one again. */
    void connecting(Connection connection, Broker broker) {
        BrokerConnection again = lost.remove(broker);
        if (again == null) {
            messaging.connections().watch(connection, broker);
        } else {
            messaging.connections().same(connection, again);
        }
    }

    void lost(BrokerConnection connection) {
        connection.lost();
        lost.put(connection.broker(), connection);
    }

    Broker at(String namespace) {
        Broker broker = known.get(namespace);
        return broker == null ? messaging.broker(SERVICE_BUS, namespace, 0, null, 0) : broker;
    }
}
