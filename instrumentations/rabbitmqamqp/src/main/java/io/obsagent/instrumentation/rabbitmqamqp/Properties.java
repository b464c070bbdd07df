package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Message;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.SentTime;
import io.obsagent.telemetry.propagation.Getter;

/** What a message says besides its body. */
final class Properties implements Getter<Message> {
    static final Properties ACCESS = new Properties();

    private Properties() {}

    @Override
    public String get(Message message, String name) {
        Object value = message.property(name);
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    static void describe(MessagingTelemetry messaging, Operation operation, Message message) {
        if (operation.sampled()) {
            messaging.identify(operation, text(message.messageId()), text(message.correlationId()));
            messaging.captureHeaders(operation, message, ACCESS);
        }
    }

    /** Ids are strings, numbers, UUIDs or bytes, annotations are strings; null for none. */
    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** When a message was sent, in milliseconds of the epoch; 0 where that is not known. */
    static long sentAt(Message message) {
        long sent = SentTime.parse(ACCESS.get(message, SentTime.HEADER));
        return sent == 0 ? message.creationTime() : sent;
    }
}
