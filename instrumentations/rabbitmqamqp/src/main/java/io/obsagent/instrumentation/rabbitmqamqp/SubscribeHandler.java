package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Consumer;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Unsettled;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/**
 * A consumer that is being made asks whoever observes it, the library's observer of nothing if nobody else, for the
 * handler to call. Where observers are nested the innermost answers first, and is the only one that is heeded.
 */
@Weave(type = "com.rabbitmq.client.amqp.ObservationCollector", implementors = true, method = "subscribe",
        parameters = {"java.lang.String", "com.rabbitmq.client.amqp.Consumer$MessageHandler"}, arguments = 0,
        replacesResult = true)
final class SubscribeHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Openings openings;
    private final Deliveries deliveries;

    SubscribeHandler(MessagingTelemetry messaging, Openings openings, Deliveries deliveries) {
        this.messaging = messaging;
        this.openings = openings;
        this.deliveries = deliveries;
    }

    private static final class Subscribing {
        final Openings.Opening opening;
        final String queue;

        Subscribing(Openings.Opening opening, String queue) {
            this.opening = opening;
            this.queue = queue;
        }
    }

    @Override
    public Object enter(Object self, Object queue, Object b, Object c, Object d) {
        Openings.Opening opening = openings.current();
        return opening == null ? null : new Subscribing(opening, (String) queue);
    }

    @Override
    public Object exit(Object scope, Object handler, Throwable thrown) {
        Subscribing subscribing = (Subscribing) scope;
        Openings.Opening opening = subscribing.opening;
        if (handler == null || opening.unsettled != null) {
            return handler;
        }
        opening.unsettled = new Unsettled(opening.connection);
        return new TracedHandler((Consumer.MessageHandler) handler, opening.connection.broker(), subscribing.queue, opening.unsettled,
                messaging, deliveries);
    }
}
