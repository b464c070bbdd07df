package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import java.util.Map;
import org.apache.qpid.proton.message.Message;

/** What a message says besides its body. */
final class Texts {
    private Texts() {}

    /** @param properties of the application; null for none */
    static void describe(MessagingTelemetry messaging, Operation operation, Message message, Map<String, Object> properties) {
        if (operation.sampled()) {
            messaging.identify(operation, text(message.getMessageId()), text(message.getCorrelationId()));
            messaging.captureHeaders(operation, properties, MapHeaders.ACCESS);
        }
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
    }
}
