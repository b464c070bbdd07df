package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.ServiceBusPeer;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Azure's client on its engine, without its tracing plugin: one run, then what was recorded of it. */
@LibraryVersions(name = "Azure Service Bus", artifact = "com.azure:azure-messaging-servicebus",
        versions = {"7.17.8", "7.17.14", "7.17.20"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AzureServiceBusTest extends MessagingSuite {
    private static final String CONNECTIONS = "obs.messaging.connections";

    @Parameter
    Library library;

    private AppProcess app;
    private int port;

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (ServiceBusPeer broker = ServiceBusPeer.start()) {
            port = broker.port();
            app = JavaApp.of("ServiceBusScenarios", AppSources.compile(library, "servicebus")).withAgent().exportTo(receiver)
                    .env("OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_CAPTURE_HEADERS", "tenant")
                    .start(Integer.toString(port));
            app.awaitLine("restart the peer");
            broker.restart();
            app.send("restarted");
            app.awaitLine("done");
            received.await("the end of all connections", () -> received.latest(CONNECTIONS).stream()
                    .allMatch(point -> point.value() == 0) ? Optional.of(true) : Optional.empty());
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    @Test
    void aMessageIsSentAndTakenOnceAndLinkedAndSoIsABatch() {
        List<ReceivedSpan> sent = spans("send", "taking");
        List<ReceivedSpan> taken = spans("receive", "taking");

        assertThat(sent).hasSize(2).extracting(ReceivedSpan::kind).containsOnly(SpanKind.SPAN_KIND_PRODUCER);
        assertThat(sent).extracting(span -> span.attribute("messaging.batch.message_count"))
                .containsExactlyInAnyOrder(null, 3L);
        assertThat(taken).hasSize(4).extracting(ReceivedSpan::kind).containsOnly(SpanKind.SPAN_KIND_CLIENT);
        for (ReceivedSpan send : sent) {
            Object batch = send.attribute("messaging.batch.message_count");
            assertThat(taken).filteredOn(take -> take.linksTo(send)).hasSize(batch == null ? 1 : 3);
        }
        assertThat(sent).anyMatch(span -> "m0".equals(span.attribute("messaging.message.id")));
        assertThat(taken).allMatch(span -> List.of("one").equals(span.attribute("messaging.header.tenant")));
    }

    @Test
    void countsAreOfMessages() {
        for (String metric : List.of("messaging.client.sent.messages", "messaging.client.consumed.messages")) {
            assertThat(received.value(metric, Map.of(NAME, "taking"))).as(metric).isEqualTo(4);
        }
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, "taking"))).isEqualTo(4);
        assertThat(received.count("obs.messaging.confirm.duration",
                Map.of(NAME, "taking", "obs.messaging.confirm.outcome", "ack"))).as("one answer for the batch").isEqualTo(2);
    }

    @Test
    void aListenerIsBelowTheProducerAndWhatItSendsAndSettlesBelowIt() {
        List<ReceivedSpan> sent = spans("send", "listening");
        List<ReceivedSpan> processed = spans("process", "listening");

        assertThat(sent).hasSize(3);
        assertThat(processed).hasSize(4).allSatisfy(process -> {
            assertThat(process.kind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
            assertThat(sent).anyMatch(send -> process.isChildOf(send) && process.linksTo(send));
        });
        assertThat(spans("send", "sent on")).hasSize(3).allSatisfy(send ->
                assertThat(processed).anyMatch(send::isChildOf));
        assertThat(spans("accept", "listening")).hasSize(3).allSatisfy(settle ->
                assertThat(sent).anyMatch(send -> settle.traceId().equals(send.traceId())));
    }

    @Test
    void aListenerThatThrowsIsAnErrorAndTheMessageComesAgain() {
        assertThat(spans("process", "listening")).filteredOn(span -> span.attribute("error.type") != null)
                .singleElement().satisfies(span ->
                        assertThat(span.attribute("error.type")).isEqualTo("java.lang.IllegalStateException"));
        assertThat(received.count("messaging.process.duration", Map.of(NAME, "listening"))).isEqualTo(4);
        assertThat(received.count("messaging.process.duration",
                Map.of(NAME, "listening", "error.type", "java.lang.IllegalStateException"))).isEqualTo(1);
        assertThat(spans("modify", "listening")).hasSize(1);
        assertThat(received.value("obs.messaging.redelivered.messages", Map.of(NAME, "listening"))).isEqualTo(1);
    }

    @Test
    void aDeadLetterIsRefusedAndTakenFromWhereThoseAre() {
        assertThat(spans("reject", "refused")).hasSize(1);
        assertThat(span("receive", "refused/$deadletterqueue").linksTo(span("send", "refused"))).isTrue();
    }

    @Test
    void aContextOfTheUserIsRespected() {
        ReceivedSpan send = span("send", "user-context");

        assertThat(send.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(AmqpContract.linked(send)).containsExactly("2222222222222222");
        assertThat(AmqpContract.linked(span("receive", "user-context"))).containsExactly("2222222222222222");
    }

    @Test
    void spansAndMetricsNameTheNamespace() {
        assertThat(received.spans(span -> span.attribute("messaging.system") != null)).isNotEmpty().allSatisfy(span -> {
            assertThat(span.attribute("messaging.system")).isEqualTo("servicebus");
            assertThat(span.attribute("server.address")).isEqualTo("localhost");
            assertThat(span.attribute("server.port")).isEqualTo((long) port);
        });
        assertThat(received.latest(CONNECTIONS)).isNotEmpty()
                .allSatisfy(point -> assertThat(point.value()).isZero());
    }

    @Test
    void theClientComesBackAfterAnOutage() {
        assertThat(spans("send", "outage")).extracting(span -> span.attribute("messaging.message.id"))
                .contains("before", "after");
        assertThat(received.value("obs.messaging.recoveries", Map.of())).isEqualTo(1);
    }

    @Test
    void tokensAndMeasuringMakeNoNoise() {
        assertThat(received.spans(span -> String.valueOf(span.attribute(NAME)).contains("$cbs"))).isEmpty();
        assertThat(received.spans(span -> "create".equals(span.attribute("messaging.operation.type")))).isEmpty();
    }
}
