package io.obsagent.instrumentation.kafka;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of one partition, as they are, whose loops are seen. Copying or printing the list is no loop. */
final class RecordList<K, V> extends AbstractList<ConsumerRecord<K, V>> {
    private final List<ConsumerRecord<K, V>> records;
    private final UnaryOperator<Iterator<ConsumerRecord<K, V>>> loops;

    RecordList(List<ConsumerRecord<K, V>> records, UnaryOperator<Iterator<ConsumerRecord<K, V>>> loops) {
        this.records = records;
        this.loops = loops;
    }

    @Override
    public Iterator<ConsumerRecord<K, V>> iterator() {
        return loops.apply(records.iterator());
    }

    @Override
    public ConsumerRecord<K, V> get(int index) {
        return records.get(index);
    }

    @Override
    public int size() {
        return records.size();
    }

    @Override
    public Object[] toArray() {
        return records.toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        return records.toArray(array);
    }

    @Override
    public boolean contains(Object record) {
        return records.contains(record);
    }

    @Override
    public boolean equals(Object other) {
        return records.equals(other);
    }

    @Override
    public int hashCode() {
        return records.hashCode();
    }

    @Override
    public String toString() {
        return records.toString();
    }
}
