package io.obsagent.instrumentation.vertxrabbit;

import com.rabbitmq.client.DefaultConsumer;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A consumer is made, for a channel that only its constructor is told of. */
@Weave(type = "io.vertx.rabbitmq.impl.RabbitMQConsumerImpl", method = "<init>",
        parameters = {"io.vertx.core.Context", "io.vertx.rabbitmq.impl.QueueConsumerHandler", "..."}, arguments = 1)
final class ConsumerHandler extends Handler {
    private final Consumers consumers;

    ConsumerHandler(Consumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public Object enter(Object self, Object deliveries, Object b, Object c, Object d) {
        return deliveries;
    }

    @Override
    public Object exit(Object deliveries, Object consumer, Throwable thrown) {
        if (consumer != null) {
            consumers.made(consumer, ((DefaultConsumer) deliveries).getChannel());
        }
        return consumer;
    }
}
