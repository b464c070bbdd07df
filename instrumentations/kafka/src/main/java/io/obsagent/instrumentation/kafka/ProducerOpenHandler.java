package io.obsagent.instrumentation.kafka;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.kafka.common.config.AbstractConfig;

/** Every public constructor ends in one with the parsed configuration. */
@Weave(type = "org.apache.kafka.clients.producer.KafkaProducer", method = "<init>",
        parameters = {"org.apache.kafka.clients.producer.ProducerConfig", "..."}, arguments = 0)
final class ProducerOpenHandler extends Handler {
    private final Clients clients;

    ProducerOpenHandler(Clients clients) {
        this.clients = clients;
    }

    @Override
    public Object enter(Object self, Object configuration, Object b, Object c, Object d) {
        return configuration;
    }

    @Override
    public Object exit(Object configuration, Object producer, Throwable thrown) {
        clients.producer(producer, (AbstractConfig) configuration);
        return producer;
    }
}
