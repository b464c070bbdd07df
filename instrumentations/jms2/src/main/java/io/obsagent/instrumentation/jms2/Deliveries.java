package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import javax.jms.Message;

/** What is common to all ways of getting a message. */
final class Deliveries {
    private final MessagingTelemetry messaging;
    private final Sessions sessions;

    Deliveries(MessagingTelemetry messaging, Sessions sessions) {
        this.messaging = messaging;
        this.sessions = sessions;
    }

    /** @param session null where it is not known */
    void count(Message message, Destination source, SessionState session, Verb verb) {
        source.delivered(verb, MessageProperties.sentAt(message), MessageProperties.isRedelivered(message));
        if (session != null) {
            sessions.delivered(message, session, source);
        }
    }

    /** Describes an operation on one received message by what is in it. */
    void describe(Operation operation, Message message) {
        MessageProperties.identify(messaging, operation, message);
        messaging.captureHeaders(operation, message, MessageProperties.ACCESS);
    }

    /**
     * Starts the processing of a message and makes it the thread's context.
     *
     * @return null when this very message is being processed already, by what stands in front of the listener
     */
    Work process(Message message, Destination source) {
        Operation operation = messaging.process(source, messaging.extract(message, MessageProperties.ACCESS), message);
        if (operation == null) {
            return null;
        }
        describe(operation, message);
        return Work.begin(operation, source, Verb.PROCESS);
    }
}
