package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

/** What a message says besides its body. */
final class Properties {
    private Properties() {}

    /** Null for none. */
    static Map<String, Object> of(Message message) {
        ApplicationProperties properties = message.getApplicationProperties();
        return properties == null ? null : properties.getValue();
    }

    static void describe(MessagingTelemetry messaging, Operation operation, Message message) {
        if (operation.sampled()) {
            messaging.identify(operation, text(message.getMessageId()), text(message.getCorrelationId()));
            messaging.captureHeaders(operation, of(message), MapHeaders.ACCESS);
        }
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
    }
}
