package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.qpid.protonj2.client.AdvancedMessage;
import com.rabbitmq.qpid.protonj2.client.Tracker;
import com.rabbitmq.qpid.protonj2.client.exceptions.ClientException;
import com.rabbitmq.qpid.protonj2.types.messaging.ApplicationProperties;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Map;

/**
 * A message is encoded on the caller's thread, inside the call; only until then it has other properties than the
 * application gave it. What is sent outside a publish is the library's own talk with the broker.
 */
@Weave(type = "com.rabbitmq.qpid.protonj2.client.impl.ClientSender", method = "send",
        parameters = "com.rabbitmq.qpid.protonj2.client.Message", arguments = 0)
final class EncodeHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;

    EncodeHandler(Telemetry telemetry, MessagingTelemetry messaging) {
        this.telemetry = telemetry;
        this.messaging = messaging;
    }

    private static final class Encoding {
        final Publish publish;
        final AdvancedMessage<?> message;
        final ApplicationProperties users;

        Encoding(Publish publish, AdvancedMessage<?> message, ApplicationProperties users) {
            this.publish = publish;
            this.message = message;
            this.users = users;
        }
    }

    @Override
    public Object enter(Object self, Object message, Object b, Object c, Object d) {
        Operation current = telemetry.current();
        Object subject = current == null ? null : current.subject();
        return subject instanceof Publish && message instanceof AdvancedMessage
                ? begin((Publish) subject, (AdvancedMessage<?>) message) : null;
    }

    private Encoding begin(Publish publish, AdvancedMessage<?> message) {
        ApplicationProperties users = of(message);
        if (messaging.propagates()) {
            Map<String, Object> headers = MapHeaders.sending(users == null ? null : users.getValue());
            if (!publish.foreignContext) {
                messaging.inject(publish.operation, headers, MapHeaders.ACCESS);
            }
            set(message, new ApplicationProperties(headers));
        }
        return new Encoding(publish, message, users);
    }

    @Override
    public Object exit(Object scope, Object tracker, Throwable thrown) {
        Encoding encoding = (Encoding) scope;
        set(encoding.message, encoding.users);
        encoding.publish.sent((Tracker) tracker);
        return tracker;
    }

    /** The library declares exceptions that its own messages never throw. */
    private static ApplicationProperties of(AdvancedMessage<?> message) {
        try {
            return message.applicationProperties();
        } catch (ClientException e) {
            return null;
        }
    }

    private static void set(AdvancedMessage<?> message, ApplicationProperties properties) {
        try {
            message.applicationProperties(properties);
        } catch (ClientException e) {
            // It stays as it is.
        }
    }
}
