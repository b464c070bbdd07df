package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.BrokerSession;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.vertx.core.net.SocketAddress;
import io.vertx.proton.ProtonConnection;
import io.vertx.proton.ProtonLink;
import io.vertx.proton.ProtonSession;

/** Connections that this process has made. Those that a server of its own accepts are not known. */
final class Connections {
    private static final String SYSTEM = "amqp";

    private final WeakTable<ProtonSession, BrokerSession> sessions = new WeakTable<>();
    private final MessagingTelemetry messaging;
    private final Broker unknown;

    Connections(MessagingTelemetry messaging) {
        this.messaging = messaging;
        this.unknown = messaging.broker(SYSTEM, null, 0, null, 0);
    }

    void bound(Object connection, SocketAddress server) {
        String host = server == null ? null : server.host();
        Broker broker = host == null ? unknown : messaging.broker(SYSTEM, host, server.port(), null, 0);
        messaging.connections().watch(connection, broker);
    }

    /** Null for one that is not known. */
    BrokerConnection of(ProtonConnection connection) {
        return messaging.connections().find(connection);
    }

    BrokerConnection of(ProtonLink<?> link) {
        return of(link.getSession().getConnection());
    }

    Broker broker(ProtonLink<?> link) {
        BrokerConnection connection = of(link);
        return connection == null ? unknown : connection.broker();
    }

    /** Null on a connection that is not known. What happens to a session happens on one event loop. */
    BrokerSession session(ProtonSession session) {
        BrokerSession known = sessions.get(session);
        BrokerConnection connection = known == null ? of(session.getConnection()) : null;
        if (connection != null) {
            known = new BrokerSession(connection);
            sessions.put(session, known);
        }
        return known;
    }
}
