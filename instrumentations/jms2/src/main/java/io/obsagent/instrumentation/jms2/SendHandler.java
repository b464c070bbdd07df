package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Message;

/**
 * Every overload, with and without destination. They call one another, and pools and JMSProducer call them; the outermost
 * counts. The JMSProducer of Qpid JMS alone goes to its session directly.
 */
@Weave(type = "javax.jms.MessageProducer", implementors = true, method = "send",
        parameters = {"javax.jms.Message", "..."}, arguments = 0)
@Weave(type = "javax.jms.MessageProducer", implementors = true, method = "send",
        parameters = {"javax.jms.Destination", "javax.jms.Message", "..."}, arguments = {1, 0})
@Weave(type = "org.apache.qpid.jms.JmsSession", method = "send",
        parameters = {"org.apache.qpid.jms.JmsMessageProducer", "javax.jms.Destination", "javax.jms.Message", "..."},
        arguments = {2, 1})
final class SendHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Destinations destinations;

    SendHandler(Telemetry telemetry, MessagingTelemetry messaging, Destinations destinations) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.destinations = destinations;
    }

    private static final class Sending {
        final Operation operation;
        final Message message;
        final Destination target;

        Sending(Operation operation, Message message, Destination target) {
            this.operation = operation;
            this.message = message;
            this.target = target;
        }
    }

    private static boolean isPartOfAnother(Operation current) {
        return current != null && current.layer() == Layer.MESSAGING_SEND;
    }

    @Override
    public Object enter(Object self, Object sent, Object destination, Object c, Object d) {
        if (sent == null || isPartOfAnother(telemetry.current())) {
            return null;
        }
        Message message = (Message) sent;
        Destination target = destination == null ? destinations.target(self)
                : destinations.of((javax.jms.Destination) destination, self);
        boolean ours = MessageProperties.isOurs(message);
        RemoteContext carried = messaging.extract(message, MessageProperties.ACCESS);
        boolean users = !ours && carried != null && carried.hasSpan();
        // Marking comes first, because it tells whether the message can be written to at all.
        boolean writable = messaging.propagates() && !users && MessageProperties.markSent(message);
        Operation operation = messaging.send(target, Verb.SEND, writable ? null : carried);
        if (operation == null) {
            return null;
        }
        messaging.captureHeaders(operation, message, MessageProperties.ACCESS);
        operation.attach();
        if (writable) {
            messaging.inject(operation, message, ours ? MessageProperties.AGAIN : MessageProperties.ACCESS);
        }
        return new Sending(operation, message, target);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Sending sending = (Sending) scope;
        sending.operation.detach();
        MessageProperties.identify(messaging, sending.operation, sending.message);
        sending.target.end(sending.operation, Verb.SEND, thrown);
        sending.target.sent(Verb.SEND, 1, thrown);
        return result;
    }
}
