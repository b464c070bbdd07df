package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Subscriber;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Asking for records. A poll without any is no operation. The operation is not the thread's context meanwhile: what
 * runs inside a poll, listeners of the application among it, would be children of a span that may never be.
 */
@Weave(type = {"org.apache.kafka.clients.consumer.KafkaConsumer", "org.apache.kafka.clients.consumer.KafkaShareConsumer"},
        method = "poll", parameters = "java.time.Duration")
@Weave(type = "org.apache.kafka.clients.consumer.KafkaConsumer", method = "poll", parameters = "long")
final class PollHandler extends Handler {
    /** Their loops only put records into queues; what is done to a record comes later. */
    private static final String STREAMS = "org.apache.kafka.streams.";

    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Clients clients;

    PollHandler(Telemetry telemetry, MessagingTelemetry messaging, Clients clients) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.clients = clients;
    }

    @Override
    public Object enter(Object self, Object timeout, Object b, Object c, Object d) {
        Subscriber subscriber = clients.consumer(self);
        RecordIterator.leave(telemetry, subscriber);
        Operation operation = messaging.receive();
        if (operation != null) {
            operation.subject(subscriber);
        }
        return operation;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Operation operation = (Operation) scope;
        Subscriber subscriber = (Subscriber) operation.subject();
        ConsumerRecords<?, ?> records = (ConsumerRecords<?, ?>) result;
        if (records != null && !records.isEmpty()) {
            received(operation, subscriber, records);
        } else if (thrown == null || thrown instanceof WakeupException || thrown instanceof InterruptException) {
            operation.discard();
        } else {
            Destination all = subscriber.topic(null);
            all.describe(operation, Verb.POLL);
            all.end(operation, Verb.POLL, thrown);
        }
        return result;
    }

    private void received(Operation operation, Subscriber subscriber, ConsumerRecords<?, ?> records) {
        Set<TopicPartition> partitions = records.partitions();
        String topic = null;
        boolean several = false;
        for (TopicPartition partition : partitions) {
            several |= topic != null && !topic.equals(partition.topic());
            topic = partition.topic();
            delivered(operation, subscriber.topic(topic), records.records(partition));
        }
        if (partitions.size() == 1) {
            messaging.partition(operation, partitions.iterator().next().partition());
        }
        messaging.receivedBatch(operation, subscriber.topic(several ? null : topic), Verb.POLL, records.count());
        if (!Thread.currentThread().getClass().getName().startsWith(STREAMS)) {
            messaging.batches().polled(records, subscriber);
        }
    }

    private void delivered(Operation operation, Destination source, Iterable<? extends ConsumerRecord<?, ?>> records) {
        for (ConsumerRecord<?, ?> record : records) {
            source.delivered(Verb.POLL, RecordTime.of(record), false);
            if (operation.sampled()) {
                operation.link(messaging.extract(record.headers(), HeaderAccess.INSTANCE));
            }
        }
    }
}
