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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Scenario A13 on Kafka: listeners of records and of batches, attempts, a dead letter. */
@LibraryVersions(name = "Spring for Apache Kafka", artifact = "org.springframework.kafka:spring-kafka",
        versions = {"2.8.11", "3.3.10", "4.1.1"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringKafkaTest extends MessagingSuite {
    @Parameter
    Library library;

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (KafkaBroker broker = KafkaBroker.start();
                AppProcess app = JavaApp.of("SpringKafkaScenarios", AppSources.compile(17, library, "springkafka")).withAgent()
                        .exportTo(receiver).start(broker.address())) {
            app.awaitLine("done");
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        receiver.close();
    }

    private long processed(String topic) {
        return received.count("messaging.process.duration",
                Map.of(NAME, topic, "messaging.consumer.group.name", topic + "-group"));
    }

    @Test
    void aListenerProcessesEachRecordOnceBelowItsProducer() {
        List<ReceivedSpan> sent = spans("send", "records");
        List<ReceivedSpan> processed = spans("process", "records");

        assertThat(sent).hasSize(3);
        assertThat(processed).hasSize(3).allSatisfy(process -> {
            assertThat(sent).anyMatch(process::isChildOf);
            assertThat(process.proto().getLinksCount()).isEqualTo(1);
            assertThat(process.attribute("messaging.kafka.message.key").toString()).startsWith("key ");
            assertThat(spans("send", "forwarded")).filteredOn(send -> send.isChildOf(process)).hasSize(1);
        });
        assertThat(processed("records")).isEqualTo(3);
        assertThat(received.value("messaging.client.consumed.messages", Map.of(NAME, "records"))).isEqualTo(3);
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, "records"))).isEqualTo(3);
    }

    @Test
    void aBatchIsProcessedOnceWithALinkToEachProducer() {
        List<ReceivedSpan> processed = spans("process", "batches");

        assertThat(processed).isNotEmpty().allSatisfy(process -> assertThat((Long) process.attribute("messaging.batch.message_count"))
                .isEqualTo(process.proto().getLinksCount()));
        assertThat(processed.stream().mapToLong(process -> process.proto().getLinksCount()).sum()).isEqualTo(3);
        assertThat(processed("batches")).isEqualTo(processed.size());
        assertThat(received.value("messaging.client.consumed.messages", Map.of(NAME, "batches"))).isEqualTo(3);
    }

    @Test
    void everyAttemptIsASpanWithItsOwnError() {
        List<ReceivedSpan> processed = spans("process", "retrying");

        assertThat(processed).hasSize(4);
        assertThat(processed).filteredOn(process -> process.attribute("messaging.kafka.offset").equals(0L)).hasSize(3);
        assertThat(processed).filteredOn(ReceivedSpan::isError).hasSize(2)
                .extracting(process -> process.attribute("error.type")).containsOnly("java.lang.IllegalStateException");
        assertThat(processed("retrying")).isEqualTo(4);
    }

    @Test
    void everyAttemptOfABatchIsASpan() {
        List<ReceivedSpan> processed = spans("process", "retrying-batch");

        assertThat(processed).filteredOn(ReceivedSpan::isError).hasSize(1);
        assertThat(processed).filteredOn(process -> !process.isError()).isNotEmpty();
    }

    @Test
    void aDeadLetterIsSentOnceAndStaysInItsTrace() {
        ReceivedSpan sent = spans("send", "poison").get(0);

        assertThat(spans("process", "poison")).hasSize(2).allMatch(ReceivedSpan::isError);
        assertThat(spans("send", "dead")).hasSize(1);
        assertThat(spans("process", "dead")).hasSize(1).allMatch(process -> process.traceId().equals(sent.traceId()));
    }
}
