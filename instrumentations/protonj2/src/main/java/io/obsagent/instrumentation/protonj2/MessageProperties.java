package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import org.apache.qpid.protonj2.client.AdvancedMessage;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.types.messaging.ApplicationProperties;

/** What a message that is sent says besides its body. The library declares exceptions that its own messages never throw. */
final class MessageProperties {
    private MessageProperties() {}

    /** Null for none. */
    static ApplicationProperties of(AdvancedMessage<?> message) {
        try {
            return message.applicationProperties();
        } catch (ClientException e) {
            return null;
        }
    }

    /** @param properties null for none */
    static void set(AdvancedMessage<?> message, ApplicationProperties properties) {
        try {
            message.applicationProperties(properties);
        } catch (ClientException e) {
            // It stays as it is.
        }
    }

    static void identify(MessagingTelemetry messaging, Operation operation, AdvancedMessage<?> message) {
        if (operation.sampled()) {
            try {
                messaging.identify(operation, text(message.messageId()), text(message.correlationId()));
            } catch (ClientException e) {
                // It has none.
            }
        }
    }

    /** Ids are strings, numbers, UUIDs or bytes; null for none. */
    static String text(Object id) {
        return id == null ? null : id.toString();
    }
}
