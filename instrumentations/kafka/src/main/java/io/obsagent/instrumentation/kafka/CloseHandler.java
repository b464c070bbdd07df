package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A consumer is closed, perhaps because a loop over its records was left by an exception. */
@Weave(type = {"org.apache.kafka.clients.consumer.KafkaConsumer", "org.apache.kafka.clients.consumer.KafkaShareConsumer"},
        method = "close")
final class CloseHandler extends Handler {
    private final Telemetry telemetry;
    private final Clients clients;

    CloseHandler(Telemetry telemetry, Clients clients) {
        this.telemetry = telemetry;
        this.clients = clients;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        RecordIterator.leave(telemetry, clients.consumer(self));
        return null;
    }
}
