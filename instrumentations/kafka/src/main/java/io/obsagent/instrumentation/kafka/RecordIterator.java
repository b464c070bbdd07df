package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Subscriber;
import io.obsagent.telemetry.messaging.Verb;
import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A loop over records: each is processed until the loop asks for the next one. Used by one thread. */
final class RecordIterator<K, V> implements Iterator<ConsumerRecord<K, V>> {
    private final Iterator<ConsumerRecord<K, V>> records;
    private final MessagingTelemetry messaging;
    private final Subscriber subscriber;
    private Operation operation;
    private Destination source;

    RecordIterator(Iterator<ConsumerRecord<K, V>> records, MessagingTelemetry messaging, Subscriber subscriber) {
        this.records = records;
        this.messaging = messaging;
        this.subscriber = subscriber;
    }

    /**
     * Ends the loop of this consumer that the calling thread has left early: the consumer is used for something else.
     * A loop over another consumer's records goes on, a record of the one may be processed by asking the other.
     */
    static void leave(Telemetry telemetry, Subscriber subscriber) {
        Operation current = telemetry.current();
        Operation processing = current == null ? null : telemetry.thread().enclosing(Layer.MESSAGING_PROCESS);
        if (processing != null && processing.subject() instanceof RecordIterator) {
            RecordIterator<?, ?> loop = (RecordIterator<?, ?>) processing.subject();
            if (loop.subscriber == subscriber) {
                loop.end();
            }
        }
    }

    @Override
    public boolean hasNext() {
        boolean more = records.hasNext();
        if (!more) {
            end();
        }
        return more;
    }

    @Override
    public ConsumerRecord<K, V> next() {
        end();
        ConsumerRecord<K, V> record = records.next();
        begin(record);
        return record;
    }

    private void begin(ConsumerRecord<K, V> record) {
        RemoteContext carried = messaging.extract(record.headers(), HeaderAccess.INSTANCE);
        source = subscriber.topic(record.topic());
        operation = messaging.process(source, carried, this);
        if (operation != null) {
            if (operation.sampled()) {
                messaging.partition(operation, record.partition());
                messaging.offset(operation, record.offset());
                messaging.key(operation, record.key(), record.value() == null);
                messaging.captureHeaders(operation, record.headers(), HeaderAccess.INSTANCE);
            }
            operation.attach();
        }
    }

    private void end() {
        if (operation != null) {
            operation.detach();
            source.end(operation, Verb.PROCESS, null);
            operation = null;
        }
    }

    @Override
    public void remove() {
        records.remove();
    }
}
