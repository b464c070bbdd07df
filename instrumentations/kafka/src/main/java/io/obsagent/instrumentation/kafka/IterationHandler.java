package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Subscriber;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A loop over polled records, all of them or those of a partition or a topic. */
@Weave(type = "org.apache.kafka.clients.consumer.ConsumerRecords", method = {"iterator", "records"}, replacesResult = true)
final class IterationHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;

    IterationHandler(Telemetry telemetry, MessagingTelemetry messaging) {
        this.telemetry = telemetry;
        this.messaging = messaging;
    }

    /** Records that came from elsewhere, such as a test's, are let alone; so are those that a library takes care of. */
    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return messaging.batches().subscriber(self);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        return result == null ? null : watched((Subscriber) scope, result);
    }

    @SuppressWarnings("unchecked")
    private <K, V> Object watched(Subscriber subscriber, Object result) {
        if (result instanceof Iterator) {
            return loop(subscriber, (Iterator<ConsumerRecord<K, V>>) result);
        }
        if (result instanceof List) {
            return new RecordList<K, V>((List<ConsumerRecord<K, V>>) result, records -> loop(subscriber, records));
        }
        Iterable<ConsumerRecord<K, V>> ofTopic = (Iterable<ConsumerRecord<K, V>>) result;
        return (Iterable<ConsumerRecord<K, V>>) () -> loop(subscriber, ofTopic.iterator());
    }

    private <K, V> Iterator<ConsumerRecord<K, V>> loop(Subscriber subscriber, Iterator<ConsumerRecord<K, V>> records) {
        RecordIterator.leave(telemetry, subscriber);
        return new RecordIterator<>(records, messaging, subscriber);
    }
}
