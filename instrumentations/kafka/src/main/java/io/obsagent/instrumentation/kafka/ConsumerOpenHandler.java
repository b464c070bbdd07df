package io.obsagent.instrumentation.kafka;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.kafka.common.config.AbstractConfig;

/** Every public constructor ends in one with the parsed configuration. */
@Weave(type = "org.apache.kafka.clients.consumer.KafkaConsumer", method = "<init>",
        parameters = {"org.apache.kafka.clients.consumer.ConsumerConfig", "..."}, arguments = 0)
@Weave(type = "org.apache.kafka.clients.consumer.KafkaShareConsumer", method = "<init>",
        parameters = {"org.apache.kafka.clients.consumer.ShareConsumerConfig", "..."}, arguments = 0)
final class ConsumerOpenHandler extends Handler {
    private final Clients clients;

    ConsumerOpenHandler(Clients clients) {
        this.clients = clients;
    }

    @Override
    public Object enter(Object self, Object configuration, Object b, Object c, Object d) {
        return configuration;
    }

    @Override
    public Object exit(Object configuration, Object consumer, Throwable thrown) {
        clients.consumer(consumer, (AbstractConfig) configuration);
        return consumer;
    }
}
