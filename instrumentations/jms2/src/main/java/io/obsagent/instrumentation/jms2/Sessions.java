package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Unsettled;
import java.util.Set;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Session;
import javax.jms.XASession;

/**
 * Sessions of watched connections, and their producers. Those of pools and caches are not known: what stands behind them is.
 * What a session of XA holds is not known either: it is the transaction's manager that settles it, by other objects.
 */
final class Sessions {
    /** Each wraps a session that was made for it and counts already. */
    private static final Set<String> WRAPPERS =
            Set.of("org.apache.activemq.ActiveMQQueueSession", "org.apache.activemq.ActiveMQTopicSession");

    private final WeakTable<Object, SessionState> sessions = new WeakTable<>();
    private final WeakTable<Object, SessionState> producers = new WeakTable<>();
    private final WeakTable<Message, SessionState> acknowledged = new WeakTable<>();
    private final MessagingTelemetry messaging;

    Sessions(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    void created(Session session, Object connection) {
        BrokerConnection known = sessions.get(session) == null ? messaging.connections().find(connection) : null;
        if (known != null) {
            int mode = mode(session);
            boolean whole = !(session instanceof XASession) && (mode == Session.CLIENT_ACKNOWLEDGE || mode == Session.SESSION_TRANSACTED);
            boolean acknowledged = mode == Session.CLIENT_ACKNOWLEDGE || mode > Session.DUPS_OK_ACKNOWLEDGE;
            Unsettled unsettled = whole ? new Unsettled(known) : null;
            SessionState state = new SessionState(known, unsettled, acknowledged);
            sessions.put(session, state);
            if (!WRAPPERS.contains(session.getClass().getName())) {
                state.opened();
            }
        }
    }

    /** Those of the provider's own, such as acknowledging each message alone, are beyond those of JMS. */
    private static int mode(Session session) {
        try {
            return session.getAcknowledgeMode();
        } catch (JMSException | RuntimeException e) {
            return Session.AUTO_ACKNOWLEDGE;
        }
    }

    void produces(Object producer, Object session) {
        SessionState state = sessions.get(session);
        if (state != null) {
            producers.put(producer, state);
        }
    }

    /** Null for one that is not known. */
    SessionState of(Object session) {
        return sessions.get(session);
    }

    /** @param sender a producer, or a session that sends itself */
    SessionState ofSender(Object sender) {
        SessionState state = producers.get(sender);
        return state == null ? sessions.get(sender) : state;
    }

    /** The application has a message. */
    void delivered(Message message, SessionState session, Destination source) {
        session.delivered(source);
        if (session.acknowledged) {
            acknowledged.put(message, session);
        }
    }

    /** Null where that is not known, or the message is not the application's to settle. */
    SessionState settling(Message message) {
        return acknowledged.get(message);
    }
}
