package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Map;
import org.apache.qpid.protonj2.client.AdvancedMessage;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.impl.ClientTracker;
import org.apache.qpid.protonj2.types.messaging.ApplicationProperties;

/**
 * A message is encoded on the caller's thread, inside the call; only until then it has other properties than the
 * application gave it. The first send may have to wait for the connection. Without credit {@code trySend} sends nothing,
 * which is no operation.
 */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientSender", method = {"send", "trySend"},
        parameters = {"org.apache.qpid.protonj2.client.Message", "..."}, arguments = 0)
final class SendHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Destinations destinations;
    private final Outcomes outcomes;

    SendHandler(MessagingTelemetry messaging, Destinations destinations, Outcomes outcomes) {
        this.messaging = messaging;
        this.destinations = destinations;
        this.outcomes = outcomes;
    }

    private static final class Sending {
        final Operation operation;
        final Sender sender;
        final AdvancedMessage<?> message;
        final ApplicationProperties users;

        Sending(Operation operation, Sender sender, AdvancedMessage<?> message, ApplicationProperties users) {
            this.operation = operation;
            this.sender = sender;
            this.message = message;
            this.users = users;
        }
    }

    /** Messages of the application's own classes are converted by the library, out of reach. */
    @Override
    public Object enter(Object self, Object sent, Object b, Object c, Object d) {
        return sent instanceof AdvancedMessage ? begin((Sender) self, (AdvancedMessage<?>) sent) : null;
    }

    private Sending begin(Sender sender, AdvancedMessage<?> message) {
        ApplicationProperties users = MessageProperties.of(message);
        Map<String, Object> properties = users == null ? null : users.getValue();
        RemoteContext carried = properties == null ? null : messaging.extract(properties, MapHeaders.ACCESS);
        Operation operation = messaging.send(carried);
        if (operation == null) {
            return null;
        }
        MessageProperties.identify(messaging, operation, message);
        messaging.captureHeaders(operation, properties, MapHeaders.ACCESS);
        operation.attach();
        if (messaging.propagates()) {
            Map<String, Object> headers = MapHeaders.sending(properties);
            if (carried == null || !carried.hasSpan()) {
                messaging.inject(operation, headers, MapHeaders.ACCESS);
            }
            MessageProperties.set(message, new ApplicationProperties(headers));
        }
        return new Sending(operation, sender, message, users);
    }

    @Override
    public Object exit(Object scope, Object tracker, Throwable thrown) {
        Sending sending = (Sending) scope;
        MessageProperties.set(sending.message, sending.users);
        sending.operation.detach();
        if (tracker == null && thrown == null) {
            sending.operation.discard();
            return null;
        }
        Destination target = destinations.target(sending.sender, sending.message);
        messaging.sent(sending.operation, target, thrown);
        if (tracker instanceof ClientTracker) {
            outcomes.await((ClientTracker) tracker, target, sending.operation.startNanos());
        }
        return tracker;
    }
}
