package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Message;

/** The application acknowledges a message, and with it all that its session delivered before. */
@Weave(type = "javax.jms.Message", implementors = true, method = "acknowledge", parameters = {})
final class AcknowledgeHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Destinations destinations;

    AcknowledgeHandler(MessagingTelemetry messaging, Destinations destinations) {
        this.messaging = messaging;
        this.destinations = destinations;
    }

    private static final class Settling {
        final Operation operation;
        final Destination source;

        Settling(Operation operation, Destination source) {
            this.operation = operation;
            this.source = source;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Destination source = destinations.source((Message) self);
        Operation operation = messaging.settle(source, Verb.ACK);
        if (operation == null) {
            return null;
        }
        MessageProperties.identify(messaging, operation, (Message) self);
        operation.attach();
        return new Settling(operation, source);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Settling settling = (Settling) scope;
        settling.operation.detach();
        settling.source.end(settling.operation, Verb.ACK, thrown);
        return result;
    }
}
