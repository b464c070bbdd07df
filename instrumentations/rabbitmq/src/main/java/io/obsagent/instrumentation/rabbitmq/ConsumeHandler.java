package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.impl.recovery.RecoveryAwareChannelN;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Every overload of {@code basicConsume}, callbacks and recovery included, ends in the one with all parameters. */
@Weave(type = "com.rabbitmq.client.impl.ChannelN", method = "basicConsume", parameters = {"java.lang.String", "boolean",
        "java.lang.String", "boolean", "boolean", "java.util.Map", "com.rabbitmq.client.Consumer"}, arguments = {0, 1, 2, 6})
final class ConsumeHandler extends Handler {
    /** Consumers that only pass the message on, to where those libraries' own handlers see it processed. */
    private static final String SPRING = "org.springframework.amqp.rabbit.listener.";
    private static final String VERTX = "io.vertx.rabbitmq.impl.";

    private final Channels channels;
    private final Subscriptions subscriptions;

    ConsumeHandler(Channels channels, Subscriptions subscriptions) {
        this.channels = channels;
        this.subscriptions = subscriptions;
    }

    private static final class Registration {
        final Consumer consumer;
        final Subscription subscription;

        Registration(Consumer consumer, Subscription subscription) {
            this.consumer = consumer;
            this.subscription = subscription;
        }
    }

    @Override
    public Object enter(Object self, Object queue, Object autoAcknowledged, Object tag, Object consumer) {
        if (consumer == null) {
            return null;
        }
        Subscription subscription = new Subscription(channels.of(self), (String) queue,
                Boolean.TRUE.equals(autoAcknowledged), isRelay(consumer.getClass().getName()), lastOfLostChannel(self));
        subscriptions.registering((Consumer) consumer, (String) tag, subscription);
        return new Registration((Consumer) consumer, subscription);
    }

    private static long lastOfLostChannel(Object channel) {
        return channel instanceof RecoveryAwareChannelN ? ((RecoveryAwareChannelN) channel).getActiveDeliveryTagOffset() : 0;
    }

    private static boolean isRelay(String className) {
        return className.startsWith(SPRING) || className.startsWith(VERTX);
    }

    @Override
    public Object exit(Object scope, Object tag, Throwable thrown) {
        Registration registration = (Registration) scope;
        if (tag != null) {
            subscriptions.registered(registration.consumer, (String) tag, registration.subscription);
        }
        return tag;
    }
}
