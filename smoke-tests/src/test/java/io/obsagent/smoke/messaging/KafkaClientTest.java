package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.KafkaBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messaging scenarios on Kafka: one run of them all, a rebalance and a broker's restart included, then what was recorded. */
@LibraryVersions(name = "Kafka client", artifact = "org.apache.kafka:kafka-clients",
        versions = {"0.11.0.0", "2.8.2", "4.3.1"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaClientTest extends MessagingSuite {
    private static final String GROUP = "messaging.consumer.group.name";

    @Parameter
    Library library;

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        String polls = library.version().startsWith("0.") ? "kafka-poll-millis" : "kafka-poll-duration";
        try (KafkaBroker broker = KafkaBroker.start();
                AppProcess app = JavaApp.of("KafkaScenarios", AppSources.compile(library, "kafka", polls)).withAgent()
                        .exportTo(receiver).env("OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_CAPTURE_HEADERS", "tenant-id,absent")
                        .start(broker.address())) {
            app.awaitLine("restart");
            broker.restart();
            app.send("");
            app.awaitLine("done");
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        receiver.close();
    }

    @Test
    void aPollIsOneSpanThatLinksToEveryProducer() {
        List<ReceivedSpan> sent = spans("send", "polling");
        List<ReceivedSpan> polled = spans("poll", "polling");

        assertThat(sent).hasSize(3).allSatisfy(send -> {
            assertThat(send.kind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
            assertThat(send.attribute("server.address")).isEqualTo("localhost");
            assertThat(send.attribute("messaging.destination.partition.id")).isEqualTo("0");
            assertThat(polled).anyMatch(poll -> poll.linksTo(send));
        });
        assertThat(polled).isNotEmpty().allSatisfy(poll -> {
            assertThat(poll.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
            assertThat(poll.hasLocalParent()).isFalse();
            assertThat(poll.attribute(GROUP)).isEqualTo("readers");
        });
        assertThat(polled.stream().mapToLong(poll -> (Long) poll.attribute("messaging.batch.message_count")).sum()).isEqualTo(3);
        assertThat(received.count("messaging.client.operation.duration", Map.of(NAME, "polling", "messaging.operation.name", "poll",
                GROUP, "readers"))).as("empty polls are nothing").isEqualTo(polled.size());
        assertThat(spans("process", "polling")).as("nobody looked at the records").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"polling,3,1", "looping,4,1", "partitions,4,2", "leaving,2,2", "headers,2,1", "committing,1,1", "rebalancing,4,1",
            "outage,2,1"})
    void everyRecordIsCountedOnceForEachReader(String topic, int records, int readers) {
        assertThat(received.value("messaging.client.sent.messages", Map.of(NAME, topic))).isEqualTo(records);
        assertThat(received.count("messaging.client.operation.duration",
                Map.of(NAME, topic, "messaging.operation.name", "send"))).isEqualTo(records);
        assertThat(received.value("messaging.client.consumed.messages", Map.of(NAME, topic))).isEqualTo(records * readers);
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, topic))).isEqualTo(records * readers);
    }

    @Test
    void aLoopProcessesEachRecordBelowItsProducer() {
        List<ReceivedSpan> sent = spans("send", "looping");
        List<ReceivedSpan> processed = spans("process", "looping");

        assertThat(processed).hasSize(4).allSatisfy(process -> {
            ReceivedSpan send = sent.stream().filter(process::isChildOf).findFirst().orElseThrow();
            assertThat(process.kind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
            assertThat(process.linksTo(send)).isTrue();
            assertThat(process.attribute(GROUP)).isEqualTo("readers");
            for (String same : List.of("messaging.destination.partition.id", "messaging.kafka.offset")) {
                assertThat(process.attribute(same)).isNotNull().isEqualTo(send.attribute(same));
            }
            assertThat(process.attribute("messaging.kafka.message.key")).isEqualTo(send.attribute("messaging.kafka.message.key"));
        });
        assertThat(processed).extracting(span -> span.attribute("messaging.kafka.message.key"))
                .containsExactlyInAnyOrder("a", "b", null, "d");
        assertThat(processed).filteredOn(span -> Boolean.TRUE.equals(span.attribute("messaging.kafka.message.tombstone")))
                .extracting(span -> span.attribute("messaging.kafka.message.key")).containsExactly("d");
        assertThat(received.count("messaging.process.duration", Map.of(NAME, "looping", GROUP, "readers"))).isEqualTo(4);
    }

    @Test
    void loopsOverAPartitionOrATopicAreSeenAndCopiesAreNot() {
        assertThat(spans("process", "partitions")).hasSize(8)
                .extracting(span -> span.attribute("messaging.destination.partition.id")).containsOnly("0", "1");
    }

    @Test
    void aCallbackWorksForTheCallerAndNotForTheSend() {
        ReceivedSpan process = span("process", "calling");

        assertThat(spans("send", "called")).hasSize(2).allMatch(send -> send.isChildOf(process));
    }

    @Test
    void aLoopLeftEarlyIsOverWhenItsConsumerGoesOn() {
        assertThat(spans("process", "leaving")).hasSize(2);
        assertThat(spans("send", "left")).hasSize(2).noneMatch(ReceivedSpan::hasLocalParent);
    }

    @Test
    void failuresAreErrorsOfSpanAndMetrics() {
        for (String error : List.of("RecordTooLargeException", "SerializationException")) {
            String type = "org.apache.kafka.common.errors." + error;
            assertThat(spans("send", "failing")).filteredOn(send -> type.equals(send.attribute("error.type"))).hasSize(1);
            assertThat(received.value("messaging.client.sent.messages", Map.of(NAME, "failing", "error.type", type))).isEqualTo(1);
        }
        assertThat(spans("send", "failing")).hasSize(2).allMatch(ReceivedSpan::isError);
    }

    @Test
    void aRecordThatIsSentAgainHasAContextOfItsOwnEachTime() {
        List<ReceivedSpan> sent = spans("send", "headers");

        assertThat(spans("process", "headers")).hasSize(2).allMatch(process -> sent.stream().anyMatch(process::isChildOf))
                .extracting(ReceivedSpan::parentId).doesNotHaveDuplicates();
    }

    @Test
    void onlyListedHeadersAreRecorded() {
        for (String operation : List.of("send", "process")) {
            assertThat(spans(operation, "headers")).hasSize(2).allSatisfy(span -> {
                assertThat(span.attribute("messaging.header.tenant_id")).isEqualTo(List.of("7"));
                assertThat(span.attributes().keySet()).filteredOn(key -> key.startsWith("messaging.header.")).hasSize(1);
            });
        }
    }

    @Test
    void aContextOfTheUserIsRespected() {
        assertThat(span("send", "user-context").kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(HexFormat.of().formatHex(span("poll", "user-context").proto().getLinks(0).getSpanId().toByteArray()))
                .isEqualTo("2222222222222222");
    }

    @Test
    void timeInTheQueueIsNotCountedFromATimeTheUserMadeUp() {
        assertThat(received.latest("obs.messaging.queue.duration")).filteredOn(point -> "dated".equals(point.attribute(NAME)))
                .hasSize(1).allSatisfy(point -> assertThat(point.sum()).isLessThan(60));
    }

    @Test
    void commitsSettle() {
        List<ReceivedSpan> named = spans("commit", "committing");

        assertThat(named).hasSize(2).allMatch(commit -> commit.kind() == SpanKind.SPAN_KIND_CLIENT);
        assertThat(named).filteredOn(commit -> commit.isChildOf(span("process", "committing"))).hasSize(1);
        assertThat(received.count("messaging.client.operation.duration", Map.of("messaging.operation.type", "settle", GROUP, "readers")))
                .isEqualTo(4);
    }

    @Test
    void transactionsAreTheLibrarys() {
        assertThat(spans("send", "transaction")).hasSize(2);
        assertThat(received.value("messaging.client.consumed.messages", Map.of(NAME, "transaction"))).isEqualTo(1);
    }
}
