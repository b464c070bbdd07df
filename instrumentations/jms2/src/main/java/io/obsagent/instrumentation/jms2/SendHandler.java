package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Message;

/**
 * Every overload, with and without destination. They call one another, and pools and JMSProducer call them; the outermost
 * counts, and the innermost knows the broker. The JMSProducer of Qpid JMS alone goes to its session directly.
 */
@Weave(type = "javax.jms.MessageProducer", implementors = true, method = "send",
        parameters = {"javax.jms.Message", "..."}, arguments = {0, 1, 4})
@Weave(type = "javax.jms.MessageProducer", implementors = true, method = "send",
        parameters = {"javax.jms.Destination", "javax.jms.Message", "..."}, arguments = {1, 2, 5, 0})
@Weave(type = "org.apache.qpid.jms.JmsSession", method = "send",
        parameters = {"org.apache.qpid.jms.JmsMessageProducer", "javax.jms.Destination", "javax.jms.Message", "..."},
        arguments = {2, 8, 9, 1})
final class SendHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Destinations destinations;
    private final Sessions sessions;
    private final Completions completions;

    SendHandler(Telemetry telemetry, MessagingTelemetry messaging, Destinations destinations, Sessions sessions,
            Completions completions) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.destinations = destinations;
        this.sessions = sessions;
        this.completions = completions;
    }

    private static final class Sending {
        final Operation operation;
        final Message message;
        final Object sender;
        /** Null for that of the sender. */
        final javax.jms.Destination destination;
        /** Null where it is not known. */
        SessionState session;

        Sending(Operation operation, Message message, Object sender, javax.jms.Destination destination, SessionState session) {
            this.operation = operation;
            this.message = message;
            this.sender = sender;
            this.destination = destination;
            this.session = session;
        }
    }

    @Override
    public Object enter(Object self, Object sent, Object b, Object c, Object destination) {
        if (sent == null) {
            return null;
        }
        SessionState session = sessions.ofSender(self);
        Operation current = telemetry.current();
        if (current != null && current.layer() == Layer.MESSAGING_SEND) {
            if (session != null && current.subject() instanceof Sending) {
                Sending outer = (Sending) current.subject();
                outer.session = session;
                await(outer, b, c);
            }
            return null;
        }
        Sending sending = begin((Message) sent, self, (javax.jms.Destination) destination, session);
        if (sending != null) {
            await(sending, b, c);
        }
        return sending;
    }

    private Sending begin(Message message, Object sender, javax.jms.Destination destination, SessionState session) {
        boolean ours = MessageProperties.isOurs(message);
        RemoteContext carried = messaging.extract(message, MessageProperties.ACCESS);
        boolean users = !ours && carried != null && carried.hasSpan();
        // Marking comes first, because it tells whether the message can be written to at all.
        boolean writable = messaging.propagates() && !users && MessageProperties.markSent(message);
        Operation operation = messaging.send(writable ? null : carried);
        if (operation == null) {
            return null;
        }
        messaging.captureHeaders(operation, message, MessageProperties.ACCESS);
        Sending sending = new Sending(operation, message, sender, destination, session);
        operation.subject(sending);
        operation.attach();
        if (writable) {
            messaging.inject(operation, message, ours ? MessageProperties.AGAIN : MessageProperties.ACCESS);
        }
        return sending;
    }

    /** The broker's answer may come before the call returns. */
    private void await(Sending sending, Object b, Object c) {
        if (completions.isListener(b) || completions.isListener(c)) {
            completions.awaited.sent(sending.message, target(sending), sending.operation.startNanos());
        }
    }

    private Destination target(Sending sending) {
        return sending.destination == null ? destinations.target(sending.sender, sending.session)
                : destinations.of(sending.destination, sending.sender, sending.session);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Sending sending = (Sending) scope;
        sending.operation.detach();
        MessageProperties.identify(messaging, sending.operation, sending.message);
        messaging.sent(sending.operation, target(sending), thrown);
        return result;
    }
}
