package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The library has a message for the application, which has to settle it; no operation yet. */
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpConsumer$DeliveryContext", method = "<init>", arguments = {})
final class DeliveryHandler extends Handler {
    private final Deliveries deliveries;

    DeliveryHandler(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return this;
    }

    @Override
    public Object exit(Object scope, Object context, Throwable thrown) {
        deliveries.made(context);
        return context;
    }
}
