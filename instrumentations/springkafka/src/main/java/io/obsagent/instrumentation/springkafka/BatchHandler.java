package io.obsagent.instrumentation.springkafka;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Subscriber;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** A container passes a batch to its listener, once for each attempt. */
@Weave(type = "org.springframework.kafka.listener.KafkaMessageListenerContainer$ListenerConsumer",
        method = "invokeBatchOnMessageWithRecordsOrList",
        parameters = {"org.apache.kafka.clients.consumer.ConsumerRecords", "java.util.List"}, arguments = 0)
final class BatchHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Containers containers;

    BatchHandler(MessagingTelemetry messaging, Containers containers) {
        this.messaging = messaging;
        this.containers = containers;
    }

    @Override
    public Object enter(Object self, Object passed, Object b, Object c, Object d) {
        Subscriber subscriber = containers.subscriber(self);
        ConsumerRecords<?, ?> records = (ConsumerRecords<?, ?>) passed;
        if (subscriber == null || records == null || records.isEmpty()) {
            return null;
        }
        Destination source = subscriber.topic(topic(records));
        Operation operation = messaging.processBatch(source, records.count());
        if (operation != null && operation.sampled()) {
            for (ConsumerRecord<?, ?> record : records) {
                operation.link(messaging.extract(record.headers(), HeaderReader.INSTANCE));
            }
        }
        return Processing.begin(operation, source);
    }

    /** The topic of all records, null for several. */
    private static String topic(ConsumerRecords<?, ?> records) {
        String topic = null;
        for (TopicPartition partition : records.partitions()) {
            if (topic != null && !topic.equals(partition.topic())) {
                return null;
            }
            topic = partition.topic();
        }
        return topic;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Processing) scope).end(thrown);
        return result;
    }
}
