package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Consumer;
import com.rabbitmq.client.amqp.Message;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Unsettled;
import io.obsagent.telemetry.messaging.Verb;

/** The application's handler with a process span around it. Each delivery is counted here. */
final class TracedHandler implements Consumer.MessageHandler {
    /** How the broker says where a message was published to. */
    private static final String EXCHANGE = "x-exchange";
    private static final String ROUTING_KEY = "x-routing-key";

    private final Consumer.MessageHandler handler;
    private final Broker broker;
    /** Null for the address that the broker gives for replies. */
    private final String queue;
    private final Unsettled unsettled;
    private final MessagingTelemetry messaging;
    private final Deliveries deliveries;

    TracedHandler(Consumer.MessageHandler handler, Broker broker, String queue, Unsettled unsettled,
            MessagingTelemetry messaging, Deliveries deliveries) {
        this.handler = handler;
        this.broker = broker;
        this.queue = queue;
        this.unsettled = unsettled;
        this.messaging = messaging;
        this.deliveries = deliveries;
    }

    private static final class Processing {
        final Operation operation;
        final Destination source;

        Processing(Operation operation, Destination source) {
            this.operation = operation;
            this.source = source;
        }
    }

    @Override
    public void handle(Consumer.Context context, Message message) {
        Processing processing = begin(context, message);
        Throwable thrown = null;
        try {
            handler.handle(context, message);
        } catch (Throwable t) {
            thrown = t;
            throw t;
        } finally {
            if (processing != null) {
                processing.operation.detach();
                processing.source.end(processing.operation, Verb.PROCESS, thrown);
            }
        }
    }

    /** What goes wrong in the agent must not lose the message. */
    private Processing begin(Consumer.Context context, Message message) {
        try {
            Destination source = source(message);
            RemoteContext carried = messaging.extract(message, Properties.ACCESS);
            source.delivered(Verb.PROCESS, Properties.sentAt(message), !message.firstAcquirer());
            Held held = deliveries.of(context);
            if (held != null) {
                held.by(unsettled, source, carried);
            }
            Operation operation = messaging.process(source, carried, message);
            if (operation == null) {
                return null;
            }
            Properties.describe(messaging, operation, message);
            operation.attach();
            return new Processing(operation, source);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Destination source(Message message) {
        if (queue == null) {
            return broker.temporary(null);
        }
        return broker.source(Properties.text(message.annotation(EXCHANGE)), Properties.text(message.annotation(ROUTING_KEY)), queue);
    }
}
