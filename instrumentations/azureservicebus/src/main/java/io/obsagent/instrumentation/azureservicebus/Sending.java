package io.obsagent.instrumentation.azureservicebus;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

/** One message, or one batch, until the broker has answered or nobody waits for it any more. */
final class Sending implements Consumer<Throwable>, Runnable {
    private final Operation operation;
    private final Destination target;
    private final int messages;

    private Sending(Operation operation, Destination target, int messages) {
        this.operation = operation;
        this.target = target;
        this.messages = messages;
    }

    /** Null where it is part of another send. */
    static Sending begin(MessagingTelemetry messaging, Destination target, List<Message> messages) {
        int count = messages.size();
        Operation operation = messaging.send(target, Verb.SEND, count == 1 ? carried(messaging, messages.get(0)) : null);
        if (operation == null) {
            return null;
        }
        if (count == 1) {
            describe(messaging, operation, messages.get(0));
        } else {
            messaging.batch(operation, count);
        }
        for (Message message : messages) {
            RemoteContext users = carried(messaging, message);
            if (users != null && users.hasSpan()) {
                if (count > 1) {
                    operation.link(users);
                }
            } else if (messaging.propagates()) {
                Map<String, Object> headers = MapHeaders.sending(properties(message));
                messaging.inject(operation, headers, MapHeaders.ACCESS);
                message.setApplicationProperties(new ApplicationProperties(headers));
            }
        }
        operation.attach();
        return new Sending(operation, target, count);
    }

    private static RemoteContext carried(MessagingTelemetry messaging, Message message) {
        Map<String, Object> properties = properties(message);
        return properties == null ? null : messaging.extract(properties, MapHeaders.ACCESS);
    }

    private static Map<String, Object> properties(Message message) {
        ApplicationProperties properties = message.getApplicationProperties();
        return properties == null ? null : properties.getValue();
    }

    private static void describe(MessagingTelemetry messaging, Operation operation, Message message) {
        if (operation.sampled()) {
            messaging.identify(operation, text(message.getMessageId()), text(message.getCorrelationId()));
            messaging.captureHeaders(operation, properties(message), MapHeaders.ACCESS);
        }
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
    }

    /** The call returns. */
    void leave() {
        operation.detach();
    }

    /** It failed. */
    @Override
    public void accept(Throwable thrown) {
        end(thrown);
    }

    /** It is over, if it has not failed. */
    @Override
    public void run() {
        end(null);
    }

    private void end(Throwable thrown) {
        if (target.end(operation, Verb.SEND, thrown)) {
            target.sent(Verb.SEND, messages, thrown);
        }
    }
}
