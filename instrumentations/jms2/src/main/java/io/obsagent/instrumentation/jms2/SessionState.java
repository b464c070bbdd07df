package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.BrokerSession;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Unsettled;

/** What is known of one session. Thread-safe. */
final class SessionState {
    private final BrokerSession session;
    /** Null where nothing settles all that was delivered. */
    private final Unsettled unsettled;
    /** Whether the application acknowledges messages. */
    final boolean acknowledged;

    SessionState(BrokerConnection connection, Unsettled unsettled, boolean acknowledged) {
        this.session = new BrokerSession(connection);
        this.unsettled = unsettled;
        this.acknowledged = acknowledged;
    }

    Broker broker() {
        return session.connection().broker();
    }

    void opened() {
        session.opened();
    }

    void closed() {
        session.closed();
        if (unsettled != null) {
            unsettled.close();
        }
    }

    /** The application has a message. */
    void delivered(Destination source) {
        if (unsettled != null) {
            unsettled.arrived().taken(source);
        }
    }

    /** The application settles all that it has got from this session so far. */
    void settled() {
        if (unsettled != null) {
            unsettled.clear();
        }
    }
}
