package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.jms.Message;

/**
 * Waiting for one message. No message is no operation: polling loops would drown everything else. It is the thread's
 * context meanwhile, so that a pool's consumer and the provider's behind it count once.
 */
@Weave(type = "javax.jms.MessageConsumer", implementors = true, method = {"receive", "receiveNoWait"}, parameters = {})
@Weave(type = "javax.jms.MessageConsumer", implementors = true, method = "receive", parameters = "long")
final class ReceiveHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Consumers consumers;
    private final Deliveries deliveries;
    private final LastReceived received;

    ReceiveHandler(Telemetry telemetry, MessagingTelemetry messaging, Consumers consumers, Deliveries deliveries,
            LastReceived received) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.consumers = consumers;
        this.deliveries = deliveries;
        this.received = received;
    }

    private static final class Receiving {
        final Operation operation;
        /** The innermost: a pool's does not know its broker. */
        Object consumer;

        Receiving(Operation operation, Object consumer) {
            this.operation = operation;
            this.consumer = consumer;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Operation operation = messaging.receive();
        if (operation == null) {
            Operation enclosing = telemetry.current();
            if (enclosing != null && enclosing.subject() instanceof Receiving) {
                ((Receiving) enclosing.subject()).consumer = self;
            }
            return null;
        }
        Receiving receiving = new Receiving(operation, self);
        operation.subject(receiving);
        operation.attach();
        return receiving;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Receiving receiving = (Receiving) scope;
        Operation operation = receiving.operation;
        operation.detach();
        if (result != null) {
            received(operation, receiving.consumer, (Message) result);
        } else if (thrown != null) {
            Destination source = consumers.source(receiving.consumer);
            source.describe(operation, Verb.RECEIVE);
            source.end(operation, Verb.RECEIVE, thrown);
        } else {
            operation.discard();
        }
        return result;
    }

    private void received(Operation operation, Object consumer, Message message) {
        Destination source = consumers.source(consumer, message);
        deliveries.describe(operation, message);
        messaging.received(operation, source, messaging.extract(message, MessageProperties.ACCESS));
        SessionState session = consumers.session(consumer);
        deliveries.count(message, source, session, Verb.RECEIVE);
        received.remember(message, session);
    }
}
