package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Weave;

/** {@code discard}, after which the broker drops the message or dead-letters it. */
@Weave(type = {"com.rabbitmq.client.amqp.impl.AmqpConsumer$DeliveryContext",
        "com.rabbitmq.client.amqp.impl.AmqpConsumer$BatchDeliveryContext"}, method = "discard", arguments = {})
final class DiscardHandler extends SettleHandler {
    DiscardHandler(MessagingTelemetry messaging, Deliveries deliveries) {
        super(messaging, deliveries, Verb.DISCARD);
    }
}
