package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.BrokerSession;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.Unsettled;

/** What is known of one session. Thread-safe. */
final class SessionState {
    private final BrokerSession session;
    private final Unsettled unsettled;

    /** @param unsettled null where it acknowledges by itself */
    SessionState(BrokerConnection connection, Unsettled unsettled) {
        this.session = new BrokerSession(connection);
        this.unsettled = unsettled;
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

    boolean isSettledByApplication() {
        return unsettled != null;
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
