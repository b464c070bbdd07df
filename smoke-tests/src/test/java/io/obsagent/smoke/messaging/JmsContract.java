package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.otlp.MetricPoint;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Scenarios A1 to A9, A12, A14, A16 and A19 for every provider: one run of them all, then what was recorded of each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JmsContract extends MessagingSuite {
    @Parameter
    Library library;

    private AppProcess app;
    private int port;

    /** A running broker; null where the application has its own. */
    abstract Broker broker();

    abstract String factory();

    abstract String url(int port);

    abstract String system();

    String topic() {
        return "news";
    }

    /** Whether the broker says of a message that a listener refused that it was delivered before. */
    boolean marksWhatItDeliversAgain() {
        return true;
    }

    @Override
    String prefix() {
        return "auto.";
    }

    /** Whether the broker makes temporary queues and knows transactions. */
    boolean isWhole() {
        return true;
    }

    /** Whether this version speaks the API before it moved to {@code jakarta}. */
    abstract boolean isJavax();

    /** Whether this version has the simplified API of JMS 2. */
    boolean hasContext() {
        return true;
    }

    /** Whether this version sends without waiting for the broker. */
    boolean hasCompletion() {
        return hasContext();
    }

    /** Whether this provider takes part in transactions of others. */
    boolean hasXa() {
        return factory().startsWith("org.apache.activemq.");
    }

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        List<String> folders = new ArrayList<>(List.of("jms"));
        if (hasContext()) {
            folders.add("jms-context");
        }
        if (hasXa()) {
            folders.add("jms-xa");
        }
        String[] sources = folders.toArray(new String[0]);
        List<Path> classPath = isJavax() ? AppSources.compileForJavax(library, sources)
                : AppSources.compile(17, library, sources);
        try (Broker broker = broker()) {
            app = JavaApp.of("JmsScenarios", classPath).withAgent().exportTo(receiver)
                    .env("OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_CAPTURE_HEADERS", "tenant")
                    .start(factory(), url(broker == null ? 0 : broker.port()), topic(), prefix(), isWhole() ? "whole" : "parts");
            port = broker == null ? 0 : broker.port();
            if (hasContext()) {
                app.awaitLine("acknowledged by a context");
                awaitUnsettled("context", 0);
                app.send("close it");
            }
            app.awaitLine("done");
            awaitUnsettled("holding", 1);
            awaitUnsettled("acknowledging", 0);
            if (isWhole()) {
                awaitUnsettled("transaction", 0);
            }
            received.awaitMetric("obs.messaging.connections", point -> point.value() == 1);
            received.awaitMetric("obs.messaging.sessions", point -> point.value() >= 1);
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    private void awaitUnsettled(String queue, int messages) {
        received.awaitMetric("obs.messaging.unsettled.messages",
                point -> (prefix() + queue).equals(point.attribute(NAME)) && point.value() == messages);
    }

    private double count(String metric, String queue) {
        return received.value(metric, Map.of(NAME, prefix() + queue));
    }

    @Test
    void aReceivedMessageLinksToItsProducer() {
        ReceivedSpan send = span("send", "receiving");
        ReceivedSpan receive = span("receive", "receiving");

        assertThat(send.name()).isEqualTo("send " + prefix() + "receiving");
        assertThat(send.kind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
        assertThat(send.attribute("messaging.system")).isEqualTo(system());
        assertThat(send.attribute("messaging.message.id")).isEqualTo(receive.attribute("messaging.message.id")).isNotNull();
        assertThat(receive.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(receive.traceId()).isNotEqualTo(send.traceId());
        assertThat(receive.linksTo(send)).isTrue();
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, prefix() + "receiving"))).isEqualTo(1);
    }

    @Test
    void waitingForNothingIsNothing() {
        assertThat(count("messaging.client.consumed.messages", "receiving")).isEqualTo(1);
        assertThat(received.count("messaging.client.operation.duration",
                Map.of(NAME, prefix() + "receiving", "messaging.operation.name", "receive"))).isEqualTo(1);
    }

    @Test
    void listedPropertiesAreRecorded() {
        assertThat(span("send", "receiving").attribute("messaging.header.tenant")).isEqualTo(List.of("one"));
        assertThat(span("receive", "receiving").attribute("messaging.header.tenant")).isEqualTo(List.of("one"));
    }

    @Test
    void everyOverloadIsOneSend() {
        assertThat(spans("send", "overloads")).hasSize(4);
        assertThat(count("messaging.client.sent.messages", "overloads")).isEqualTo(4);
        assertThat(count("messaging.client.consumed.messages", "overloads")).isEqualTo(4);
    }

    @Test
    void aListenerProcessesEachMessageOnceBelowItsProducer() {
        List<ReceivedSpan> sent = spans("send", "listening");
        List<ReceivedSpan> processed = spans("process", "listening");

        assertThat(sent).hasSize(4);
        assertThat(processed).hasSize(4).allSatisfy(process -> {
            ReceivedSpan send = sent.stream().filter(process::isChildOf).findFirst().orElseThrow();
            assertThat(process.kind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
            assertThat(process.linksTo(send)).isTrue();
        });
        assertThat(count("messaging.client.sent.messages", "listening")).isEqualTo(4);
        assertThat(count("messaging.client.consumed.messages", "listening")).isEqualTo(4);
        assertThat(received.count("messaging.process.duration", Map.of(NAME, prefix() + "listening"))).isEqualTo(4);
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, prefix() + "listening"))).isEqualTo(4);
    }

    @Test
    void whatAListenerThrowsIsTheErrorOfItsSpanAndTheMessageComesAgain() {
        List<ReceivedSpan> processed = spans("process", "throwing");

        assertThat(processed).hasSize(2);
        assertThat(processed).filteredOn(ReceivedSpan::isError).singleElement().satisfies(process ->
                assertThat(process.attribute("error.type")).isEqualTo("java.lang.IllegalStateException"));
        assertThat(received.latest("obs.messaging.redelivered.messages"))
                .filteredOn(point -> (prefix() + "throwing").equals(point.attribute(NAME)))
                .extracting(MetricPoint::value).containsExactly(marksWhatItDeliversAgain() ? new Double[] {1.0} : new Double[0]);
        assertThat(received.count("messaging.process.duration",
                Map.of(NAME, prefix() + "throwing", "error.type", "java.lang.IllegalStateException"))).isEqualTo(1);
    }

    @Test
    void aFailedSendIsAnError() {
        String type = (isJavax() ? "javax" : "jakarta") + ".jms.IllegalStateException";

        assertThat(span("send", "failing").attribute("error.type")).isEqualTo(type);
        assertThat(received.value("messaging.client.sent.messages", Map.of(NAME, prefix() + "failing", "error.type", type)))
                .isEqualTo(1);
    }

    @Test
    void anAcknowledgementHasASpan() {
        assertThat(span("ack", "acknowledging").kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
    }

    @Test
    void aMessageSentAgainHasItsOwnContextEachTime() {
        List<ReceivedSpan> sent = spans("send", "again");
        List<ReceivedSpan> receives = spans("receive", "again");

        assertThat(sent).hasSize(2).extracting(ReceivedSpan::kind).containsOnly(SpanKind.SPAN_KIND_PRODUCER);
        assertThat(sent).allSatisfy(send -> assertThat(receives).filteredOn(receive -> receive.linksTo(send)).hasSize(1));
    }

    @Test
    void aReadOnlyMessageIsForwardedWithTheContextItHas() {
        ReceivedSpan origin = span("send", "forwarding");

        assertThat(span("send", "forwarded").kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(span("send", "forwarded").linksTo(origin)).isTrue();
        assertThat(span("receive", "forwarded").linksTo(origin)).isTrue();
    }

    @Test
    void aContextOfTheUserIsRespected() {
        assertThat(span("send", "user-context").kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(HexFormat.of().formatHex(
                span("receive", "user-context").proto().getLinks(0).getSpanId().toByteArray())).isEqualTo("2222222222222222");
    }

    @Test
    void theSimplifiedApiIsTheSameOperations() {
        int messages = hasContext() ? 2 : 0;

        assertThat(spans("send", "context")).hasSize(messages);
        assertThat(spans("receive", "context")).hasSize(messages);
        assertThat(count("messaging.client.sent.messages", "context")).isEqualTo(messages);
        assertThat(count("messaging.client.consumed.messages", "context")).isEqualTo(messages);
        assertThat(received.spans(span -> "ack".equals(span.attribute("messaging.operation.name"))))
                .as("one of a message, one of a context").hasSize(hasContext() ? 2 : 1);
    }

    @Test
    void aTopicIsNamedAsItIs() {
        assertThat(received.spans(span -> topic().equals(span.attribute(NAME)))).extracting(ReceivedSpan::name)
                .containsExactlyInAnyOrder("send " + topic(), "receive " + topic());
    }

    @Test
    void aTemporaryQueueIsInNoNameAndNoMetric() {
        assumeTrue(isWhole(), "the broker makes no temporary queues");
        List<ReceivedSpan> temporary = received.spans(
                span -> Boolean.TRUE.equals(span.attribute("messaging.destination.temporary")));

        assertThat(temporary).extracting(ReceivedSpan::name).containsExactlyInAnyOrder("send", "receive");
        Object queue = temporary.get(0).attribute(NAME);
        assertThat(received.points()).noneMatch(point -> queue.equals(point.attribute(NAME)));
        assertThat(received.spans(span -> queue.equals(span.attribute(NAME)))).hasSize(2);
    }

    @Test
    void aTransactionChangesNothing() {
        assumeTrue(isWhole(), "the broker knows no transactions");
        assertThat(count("messaging.client.sent.messages", "transaction")).isEqualTo(2);
        assertThat(count("messaging.client.consumed.messages", "transaction")).isEqualTo(1);
    }

    @Test
    void whatATransactionOfOthersSettlesIsSeenAndHeldByNobody() {
        int messages = hasXa() ? 1 : 0;

        assertThat(spans("send", "xa")).hasSize(messages);
        assertThat(spans("receive", "xa")).hasSize(messages);
        assertThat(received.points()).noneMatch(point -> "obs.messaging.unsettled.messages".equals(point.name())
                && (prefix() + "xa").equals(point.attribute(NAME)));
    }

    @Test
    void spansAndMetricsNameTheServer() {
        Object address = port == 0 ? null : "localhost";
        Object number = port == 0 ? null : (long) port;

        assertThat(received.spans(span -> span.attribute(NAME) != null)).allSatisfy(span -> {
            assertThat(span.attribute("server.address")).isEqualTo(address);
            assertThat(span.attribute("server.port")).isEqualTo(number);
        });
        for (String metric : List.of("messaging.client.sent.messages", "messaging.client.consumed.messages",
                "messaging.process.duration")) {
            assertThat(received.latest(metric)).as(metric)
                    .allSatisfy(point -> assertThat(point.attribute("server.port")).isEqualTo(number));
        }
    }

    @Test
    void theBrokersAnswerToWhatWasSentWithoutWaitingIsCounted() {
        boolean completed = app.stdout().lines().contains("completed");

        assertThat(completed).isEqualTo(hasCompletion());
        assertThat(received.count("obs.messaging.confirm.duration",
                Map.of(NAME, prefix() + "completing", "obs.messaging.confirm.outcome", "ack"))).isEqualTo(completed ? 2 : 0);
        assertThat(received.count("obs.messaging.confirm.duration")).isEqualTo(completed ? 2 : 0);
    }

    @Test
    void nothingStaysOpenOrUnsettled() {
        for (String gauge : List.of("connections", "sessions", "unsettled.messages")) {
            assertThat(received.latest("obs.messaging." + gauge)).as(gauge).isNotEmpty()
                    .allSatisfy(point -> assertThat(point.value()).isZero());
        }
        assertThat(received.value("obs.messaging.recoveries", Map.of())).isZero();
    }
}
