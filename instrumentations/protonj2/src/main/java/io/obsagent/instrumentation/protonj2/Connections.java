package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.BrokerConnections;
import io.obsagent.telemetry.messaging.BrokerSession;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import org.apache.qpid.protonj2.client.Session;

/** The state of each connection and each session, made at its first use. */
final class Connections {
    static final String SYSTEM = "amqp";

    private final WeakTable<Object, BrokerSession> sessions = new WeakTable<>();
    private final BrokerConnections connections;
    /** Until a connection is open. */
    private final Broker nowhere;

    Connections(MessagingTelemetry messaging) {
        this.connections = messaging.connections();
        this.nowhere = messaging.broker(SYSTEM, null, 0, null, 0);
    }

    BrokerConnection of(Object connection) {
        return connections.watch(connection, nowhere);
    }

    /** What happens to one session happens on its connection's thread alone. */
    BrokerSession session(Object session) {
        BrokerSession known = sessions.get(session);
        if (known == null) {
            known = new BrokerSession(of(((Session) session).connection()));
            sessions.put(session, known);
        }
        return known;
    }
}
