package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.proton.ProtonDelivery;
import io.vertx.proton.ProtonSender;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

/**
 * Every overload ends here. The message is encoded inside the call; only until then it has other properties than the
 * application gave it.
 */
@Weave(type = "io.vertx.proton.impl.ProtonSenderImpl", method = "send", parameters = {"byte[]",
        "org.apache.qpid.proton.message.Message", "io.vertx.core.Handler"}, arguments = 1)
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
        final Destination target;
        final Message message;
        final ApplicationProperties users;

        Sending(Operation operation, Destination target, Message message, ApplicationProperties users) {
            this.operation = operation;
            this.target = target;
            this.message = message;
            this.users = users;
        }
    }

    @Override
    public Object enter(Object self, Object sent, Object b, Object c, Object d) {
        if (sent == null) {
            return null;
        }
        Message message = (Message) sent;
        Map<String, Object> properties = Properties.of(message);
        RemoteContext carried = properties == null ? null : messaging.extract(properties, MapHeaders.ACCESS);
        Destination target = destinations.target((ProtonSender) self, message);
        Operation operation = messaging.send(target, Verb.SEND, carried);
        if (operation == null) {
            return null;
        }
        Properties.describe(messaging, operation, message);
        operation.attach();
        ApplicationProperties users = message.getApplicationProperties();
        if (messaging.propagates()) {
            Map<String, Object> headers = MapHeaders.sending(properties);
            if (carried == null || !carried.hasSpan()) {
                messaging.inject(operation, headers, MapHeaders.ACCESS);
            }
            message.setApplicationProperties(new ApplicationProperties(headers));
        }
        return new Sending(operation, target, message, users);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Sending sending = (Sending) scope;
        sending.message.setApplicationProperties(sending.users);
        sending.operation.detach();
        sending.target.end(sending.operation, Verb.SEND, thrown);
        sending.target.sent(Verb.SEND, 1, thrown);
        if (result != null && !((ProtonDelivery) result).isSettled()) {
            outcomes.awaited.sent(result, sending.target, sending.operation.startNanos());
        }
        return result;
    }
}
