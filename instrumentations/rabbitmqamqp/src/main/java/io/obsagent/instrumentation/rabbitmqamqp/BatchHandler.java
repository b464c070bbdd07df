package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The application collects deliveries to settle them together; no operation yet. */
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpConsumer$BatchDeliveryContext", method = "add", arguments = 0)
final class BatchHandler extends Handler {
    private final Deliveries deliveries;

    BatchHandler(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    private static final class Adding {
        final Object batch;
        final Object delivery;

        Adding(Object batch, Object delivery) {
            this.batch = batch;
            this.delivery = delivery;
        }
    }

    @Override
    public Object enter(Object self, Object delivery, Object b, Object c, Object d) {
        return delivery == null ? null : new Adding(self, delivery);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (thrown == null) {
            Adding adding = (Adding) scope;
            deliveries.batched(adding.batch, adding.delivery);
        }
        return result;
    }
}
