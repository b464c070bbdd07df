package io.obsagent.instrumentation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordTimeTest {
    private static ConsumerRecord<String, String> record() {
        return new ConsumerRecord<>("orders", 0, 0, 1000L, TimestampType.CREATE_TIME, 0L, 0, 0, null, "value");
    }

    @Test
    void aRecordSaysItselfWhenItWasSent() {
        assertThat(RecordTime.of(record())).isEqualTo(1000);
    }

    @Test
    void theHeaderOfTheLastPublishingWins() {
        ProducerRecord<String, String> sent = new ProducerRecord<>("orders", "value");
        sent.headers().add("obs-sent", "5".getBytes(StandardCharsets.UTF_8));
        RecordTime.write(sent.headers());
        ConsumerRecord<String, String> received = record();
        sent.headers().forEach(received.headers()::add);

        assertThat(sent.headers().headers("obs-sent")).hasSize(1);
        assertThat(RecordTime.of(received)).isGreaterThan(1_700_000_000_000L);
    }

    @Test
    void whatIsNoTimeIsUnknown() {
        ConsumerRecord<String, String> received = record();
        received.headers().add("obs-sent", "soon".getBytes(StandardCharsets.UTF_8));

        assertThat(RecordTime.of(received)).isZero();
    }
}
