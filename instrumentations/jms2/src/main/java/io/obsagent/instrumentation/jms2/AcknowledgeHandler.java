package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Message;

/**
 * The application acknowledges a message, and with it all that its session delivered before. A context of JMS 2 does not
 * say where its messages came from.
 */
@Weave(type = "javax.jms.Message", implementors = true, method = "acknowledge", parameters = {})
@Weave(type = "javax.jms.JMSContext", implementors = true, method = "acknowledge", parameters = {})
final class AcknowledgeHandler extends Handler {
    /** Its contexts acknowledge through their last message, which is seen. */
    private static final String ARTEMIS = "org.apache.activemq.artemis.";

    private final MessagingTelemetry messaging;
    private final Destinations destinations;
    private final Sessions sessions;

    AcknowledgeHandler(MessagingTelemetry messaging, Destinations destinations, Sessions sessions) {
        this.messaging = messaging;
        this.destinations = destinations;
        this.sessions = sessions;
    }

    private static final class Settling {
        final Work work;
        /** Null where it is not known. */
        final SessionState session;

        Settling(Work work, SessionState session) {
            this.work = work;
            this.session = session;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        if (!(self instanceof Message) && self.getClass().getName().startsWith(ARTEMIS)) {
            return null;
        }
        Message message = self instanceof Message ? (Message) self : null;
        SessionState session = message == null ? null : sessions.settling(message);
        Destination source = message == null ? destinations.of(null, self, null) : destinations.source(message, session);
        Operation operation = messaging.settle(source, Verb.ACK);
        if (operation == null) {
            return null;
        }
        if (message != null) {
            MessageProperties.identify(messaging, operation, message);
        }
        return new Settling(Work.begin(operation, source, Verb.ACK), session);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Settling settling = (Settling) scope;
        settling.work.end(thrown);
        if (thrown == null && settling.session != null) {
            settling.session.settled();
        }
        return result;
    }
}
