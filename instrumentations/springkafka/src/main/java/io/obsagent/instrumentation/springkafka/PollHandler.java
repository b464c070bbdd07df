package io.obsagent.instrumentation.springkafka;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A container has polled its consumer and will pass the records on. */
@Weave(type = "org.springframework.kafka.listener.KafkaMessageListenerContainer$ListenerConsumer", method = "pollConsumer")
final class PollHandler extends Handler {
    private final Containers containers;

    PollHandler(Containers containers) {
        this.containers = containers;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object loop, Object records, Throwable thrown) {
        if (records != null) {
            containers.polled(loop, records);
        }
        return records;
    }
}
