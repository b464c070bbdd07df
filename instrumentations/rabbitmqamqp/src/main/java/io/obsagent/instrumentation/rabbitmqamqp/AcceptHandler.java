package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Weave;

/** {@code accept}. */
@Weave(type = {"com.rabbitmq.client.amqp.impl.AmqpConsumer$DeliveryContext",
        "com.rabbitmq.client.amqp.impl.AmqpConsumer$BatchDeliveryContext"}, method = "accept", arguments = {})
final class AcceptHandler extends SettleHandler {
    AcceptHandler(MessagingTelemetry messaging, Deliveries deliveries) {
        super(messaging, deliveries, Verb.ACCEPT);
    }
}
