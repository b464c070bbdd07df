package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Weave;

/** {@code requeue}, at once or after a delay, after which the broker delivers the message again. */
@Weave(type = {"com.rabbitmq.client.amqp.impl.AmqpConsumer$DeliveryContext",
        "com.rabbitmq.client.amqp.impl.AmqpConsumer$BatchDeliveryContext"}, method = "requeue", arguments = {})
final class RequeueHandler extends SettleHandler {
    RequeueHandler(MessagingTelemetry messaging, Deliveries deliveries) {
        super(messaging, deliveries, Verb.REQUEUE);
    }
}
