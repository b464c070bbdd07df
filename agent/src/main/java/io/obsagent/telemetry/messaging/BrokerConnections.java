package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.WeakTable;

/**
 * What is known of connections, by the library's object; for modules that see a connection open, and others that see what
 * is sent over it. Thread-safe.
 */
public final class BrokerConnections {
    private final WeakTable<Object, BrokerConnection> connections = new WeakTable<>();

    /** Null for one that is not watched. */
    public BrokerConnection find(Object connection) {
        return connection == null ? null : connections.get(connection);
    }

    /** Watched from now on. */
    public BrokerConnection watch(Object connection, Broker broker) {
        BrokerConnection known = connections.get(connection);
        return known == null ? make(connection, broker) : known;
    }

    /** What the library has besides the connection's own object. */
    public void same(Object part, BrokerConnection connection) {
        connections.put(part, connection);
    }

    private synchronized BrokerConnection make(Object connection, Broker broker) {
        BrokerConnection raced = connections.get(connection);
        if (raced != null) {
            return raced;
        }
        BrokerConnection made = new BrokerConnection(broker);
        connections.put(connection, made);
        return made;
    }
}
