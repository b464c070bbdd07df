package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.QpidBroker;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario A13: both containers, batches, a listener that is tried again, a request with its reply. */
@LibraryVersions(name = "Spring for RabbitMQ", artifact = "org.springframework.amqp:spring-rabbit",
        versions = {"2.2.22.RELEASE", "2.4.17", "3.2.6", "4.1.1"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringRabbitTest extends MessagingSuite {
    @Parameter
    Library library;

    private AppProcess app;

    Broker startBroker() {
        return QpidBroker.start();
    }

    /** For the application, beside the broker's port. */
    String[] arguments(int port) {
        return new String[] {Integer.toString(port)};
    }

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        String retries = library.version().startsWith("4.") ? "springrabbit/retry4" : "springrabbit/retry2";
        try (Broker broker = startBroker()) {
            app = JavaApp.of("SpringRabbitScenarios", AppSources.compile(library, "springrabbit/scenarios", retries)).withAgent()
                    .exportTo(receiver).start(arguments(broker.port()));
            app.awaitLine("done");
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "direct"})
    void aContainerProcessesEachMessageOnceBelowItsProducer(String queue) {
        List<ReceivedSpan> published = spans("publish", queue);

        assertThat(published).hasSize(3);
        assertThat(spans("process", queue)).hasSize(3)
                .allSatisfy(process -> assertThat(published).anyMatch(process::isChildOf));
        assertThat(received.value("messaging.client.consumed.messages", Map.of(NAME, queue))).isEqualTo(3);
        assertThat(received.count("messaging.process.duration", Map.of(NAME, queue))).isEqualTo(3);
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, queue))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "direct", "uninstrumented", "retrying"})
    void whatAContainerAcknowledgesIsBelowTheProcessSpan(String queue) {
        List<ReceivedSpan> processed = spans("process", queue);

        assertThat(spans("ack", queue)).hasSameSizeAs(processed)
                .allSatisfy(ack -> assertThat(processed).anyMatch(ack::isChildOf));
    }

    @Test
    void aMessageWithoutContextBeginsATrace() {
        assertThat(spans("process", "uninstrumented")).hasSize(1)
                .allSatisfy(process -> assertThat(process.parentId()).isEmpty());
    }

    @Test
    void aBatchIsProcessedOnceAndLinksToEachProducer() {
        List<ReceivedSpan> processed = spans("process", "batch");

        assertThat(processed).hasSize(1);
        assertThat(processed.get(0).attribute("messaging.batch.message_count")).isEqualTo(3L);
        assertThat(processed.get(0).proto().getLinksList()).extracting(link -> link.getSpanId().toByteArray())
                .containsExactlyInAnyOrderElementsOf(spans("publish", "batch").stream()
                        .map(publish -> publish.proto().getSpanId().toByteArray()).toList());
        assertThat(received.value("messaging.client.consumed.messages", Map.of(NAME, "batch"))).isEqualTo(3);
        assertThat(received.count("messaging.process.duration", Map.of(NAME, "batch"))).isEqualTo(1);
        assertThat(spans("ack", "batch")).hasSize(1).allMatch(ack -> ack.isChildOf(processed.get(0)));
    }

    @Test
    void triesAgainAreOneProcessSpanWithTheFailedAttempts() {
        List<ReceivedSpan> processed = spans("process", "retrying");

        assertThat(processed).hasSize(1);
        assertThat(processed.get(0).isError()).as("the third attempt succeeded").isFalse();
        assertThat(processed.get(0).proto().getEventsList()).hasSize(2);
    }

    @Test
    void aRequestAndItsReplyAreOneTrace() {
        ReceivedSpan request = spans("publish", "requesting").get(0);

        assertThat(received.spans(span -> span.traceId().equals(request.traceId())))
                .filteredOn(span -> span.name().startsWith("process")).hasSize(2);
    }
}
