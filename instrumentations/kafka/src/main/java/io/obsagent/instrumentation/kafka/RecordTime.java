package io.obsagent.instrumentation.kafka;

import io.obsagent.telemetry.messaging.SentTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * When a record was published, in milliseconds of the epoch. That is the record's own timestamp, unless the application
 * set one, which may mean anything (the time of an event long ago): only then the record gets the header.
 */
final class RecordTime {
    private RecordTime() {}

    /** A record that is published again has the header of its first publishing, which no longer holds. */
    static void write(Headers headers) {
        headers.remove(SentTime.HEADER);
        HeaderAccess.INSTANCE.set(headers, SentTime.HEADER, Long.toString(System.currentTimeMillis()));
    }

    /** 0 or less where it is not known. */
    static long of(ConsumerRecord<?, ?> record) {
        String header = HeaderAccess.INSTANCE.get(record.headers(), SentTime.HEADER);
        return header == null ? record.timestamp() : SentTime.parse(header);
    }
}
