package io.obsagent.instrumentation.springkafka;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Subscriber;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A container passes one record to its listener; the error handler is asked after that. */
@Weave(type = "org.springframework.kafka.listener.KafkaMessageListenerContainer$ListenerConsumer", method = "invokeOnMessage",
        parameters = "org.apache.kafka.clients.consumer.ConsumerRecord")
final class RecordHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Containers containers;

    RecordHandler(MessagingTelemetry messaging, Containers containers) {
        this.messaging = messaging;
        this.containers = containers;
    }

    @Override
    public Object enter(Object self, Object passed, Object b, Object c, Object d) {
        Subscriber subscriber = containers.subscriber(self);
        if (subscriber == null) {
            return null;
        }
        ConsumerRecord<?, ?> record = (ConsumerRecord<?, ?>) passed;
        Destination source = subscriber.topic(record.topic());
        Operation operation = messaging.process(source, messaging.extract(record.headers(), HeaderReader.INSTANCE), record);
        if (operation != null && operation.sampled()) {
            messaging.partition(operation, record.partition());
            messaging.offset(operation, record.offset());
            messaging.key(operation, record.key(), record.value() == null);
            messaging.captureHeaders(operation, record.headers(), HeaderReader.INSTANCE);
        }
        return Processing.begin(operation, source);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Processing) scope).end(thrown);
        return result;
    }
}
