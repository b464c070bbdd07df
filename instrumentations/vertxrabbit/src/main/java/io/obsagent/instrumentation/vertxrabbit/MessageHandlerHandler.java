package io.obsagent.instrumentation.vertxrabbit;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.rabbitmq.RabbitMQConsumer;
import io.vertx.rabbitmq.RabbitMQMessage;

/** The application gives a consumer what handles its messages. */
@Weave(type = "io.vertx.rabbitmq.impl.RabbitMQConsumerImpl", method = "handler", parameters = "io.vertx.core.Handler",
        replaces = 0)
final class MessageHandlerHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Consumers consumers;

    MessageHandlerHandler(MessagingTelemetry messaging, Consumers consumers) {
        this.messaging = messaging;
        this.consumers = consumers;
    }

    /** Once, though the bridge method for the stream's own type calls the other: null takes a handler away. */
    @Override
    public Object enter(Object self, Object handler, Object b, Object c, Object d) {
        return handler == null || handler instanceof ProcessingHandler || consumers.of(self) == null ? null : self;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object argument(Object consumer, Object handler) {
        Broker broker = consumers.of(consumer);
        return new ProcessingHandler(messaging, broker, (RabbitMQConsumer) consumer,
                (io.vertx.core.Handler<RabbitMQMessage>) handler);
    }
}
