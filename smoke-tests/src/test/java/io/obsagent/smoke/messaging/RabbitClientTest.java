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
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Scenarios A1 to A12, A14 and A19: one run of them all, then what was recorded of each. */
@LibraryVersions(name = "RabbitMQ client", artifact = "com.rabbitmq:amqp-client", versions = {"4.0.0", "5.16.0", "5.35.0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitClientTest extends MessagingSuite {
    @Parameter
    Library library;

    Broker broker;
    private AppProcess app;

    Broker startBroker() {
        return QpidBroker.start();
    }

    @BeforeParameterizedClassInvocation
    void run() {
        broker = startBroker();
        receiver = OtlpReceiver.start();
        received = receiver.received();
        app = JavaApp.of("RabbitScenarios", AppSources.compile(library, library.version().startsWith("5.")
                        ? new String[] {"rabbitmq", "rabbitmq-callbacks"} : new String[] {"rabbitmq"})).withAgent().exportTo(receiver)
                .env("OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_CAPTURE_HEADERS", "Tenant-Id,absent")
                .start(Integer.toString(broker.port()));
        app.awaitLine("done");
        received.awaitMetric("obs.messaging.connections", point -> point.value() == 1);
        received.awaitMetric("obs.messaging.channels", point -> point.value() > 0);
        app.closeInput();
        app.expectExit(0).expectCalmAgent();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
        broker.close();
    }

    private double count(String metric, String destination) {
        return received.value(metric, Map.of(NAME, destination));
    }

    @Test
    void aGetLinksToTheProducer() {
        ReceivedSpan publish = span("publish", "getting");
        ReceivedSpan get = span("receive", "getting");

        assertThat(publish.kind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
        assertThat(publish.attribute("server.address")).isIn("localhost", "127.0.0.1");
        assertThat(publish.attribute("network.peer.address")).isNotNull();
        assertThat(get.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(get.traceId()).isNotEqualTo(publish.traceId());
        assertThat(get.linksTo(publish)).isTrue();
    }

    @Test
    void aGetFromAnEmptyQueueIsNothing() {
        assertThat(count("messaging.client.consumed.messages", "getting")).isEqualTo(1);
        assertThat(received.count("messaging.client.operation.duration",
                Map.of(NAME, "getting", "messaging.operation.name", "receive"))).isEqualTo(1);
    }

    @Test
    void destinationsAreNamedByExchangeKeyAndQueue() {
        span("publish", "orders:created");
        span("publish", "events:order.paid");
        span("receive", "orders:created:exchanges");
        assertThat(span("receive", "events:order.paid:exchanges").attribute("messaging.rabbitmq.destination.routing_key"))
                .isEqualTo("order.paid");
    }

    @Test
    void aQueueNamedByTheBrokerIsInNoNameAndNoMetric() {
        List<ReceivedSpan> anonymous = received.spans(
                span -> Boolean.TRUE.equals(span.attribute("messaging.destination.anonymous")));

        assertThat(anonymous).extracting(ReceivedSpan::name).containsExactlyInAnyOrder("publish", "process");
        assertThat(anonymous).allSatisfy(span ->
                assertThat(span.attribute("messaging.destination.temporary")).isEqualTo(true));
        Object queue = anonymous.get(0).attribute(NAME);
        assertThat(received.points()).noneMatch(point -> queue.equals(point.attribute(NAME)));
    }

    @Test
    void eachMessageIsProcessedOnceBelowItsProducer() {
        List<ReceivedSpan> published = spans("publish", "consuming");
        List<ReceivedSpan> processed = spans("process", "consuming");

        assertThat(published).hasSize(4);
        assertThat(processed).hasSize(4);
        assertThat(processed).allSatisfy(process -> {
            ReceivedSpan publish = published.stream().filter(process::isChildOf).findFirst().orElseThrow();
            assertThat(process.kind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
            assertThat(process.linksTo(publish)).isTrue();
            assertThat(process.attribute("messaging.message.id")).isEqualTo(publish.attribute("messaging.message.id"));
            assertThat(spans("ack", "consuming")).filteredOn(ack -> ack.isChildOf(process)).hasSize(1);
        });
        assertThat(count("messaging.client.sent.messages", "consuming")).isEqualTo(4);
        assertThat(count("messaging.client.consumed.messages", "consuming")).isEqualTo(4);
        assertThat(received.count("messaging.process.duration", Map.of(NAME, "consuming"))).isEqualTo(4);
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, "consuming"))).isEqualTo(4);
    }

    @Test
    void whatAConsumerThrowsIsTheErrorOfItsSpanAndItsMetric() {
        ReceivedSpan process = span("process", "throwing");

        assertThat(process.isError()).isTrue();
        assertThat(process.attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(received.count("messaging.process.duration",
                Map.of(NAME, "throwing", "error.type", "java.lang.IllegalStateException"))).isEqualTo(1);
    }

    @Test
    void failedCallsAreErrors() {
        assertThat(span("publish", "failing").attribute("error.type"))
                .isEqualTo("com.rabbitmq.client.AlreadyClosedException");
        assertThat(span("receive", "missing").isError()).isTrue();
        assertThat(received.value("messaging.client.sent.messages",
                Map.of(NAME, "failing", "error.type", "com.rabbitmq.client.AlreadyClosedException"))).isEqualTo(1);
    }

    @Test
    void whatCannotBeDeclaredOrConsumedIsNoOperation() {
        assertThat(received.spans(span -> String.valueOf(span.attribute(NAME)).contains("never declared"))).isEmpty();
        assertThat(received.points()).noneMatch(point -> String.valueOf(point.attribute(NAME)).contains("never declared"));
    }

    @Test
    void aCallAndItsAnswerAreOneTrace() {
        ReceivedSpan served = span("process", "calls");
        ReceivedSpan answer = span("publish", "replies");

        assertThat(served.isChildOf(span("publish", "calls"))).isTrue();
        assertThat(answer.isChildOf(served)).isTrue();
        assertThat(span("process", "replies").isChildOf(answer)).isTrue();
        for (String metric : List.of("messaging.client.sent.messages", "messaging.client.consumed.messages")) {
            assertThat(count(metric, "calls")).as(metric).isEqualTo(1);
            assertThat(count(metric, "replies")).as(metric).isEqualTo(1);
        }
    }

    @Test
    void aCallbackIsAConsumer() {
        boolean hasCallbacks = app.stdout().text().contains("called back");

        assertThat(hasCallbacks).isEqualTo(library.version().startsWith("5."));
        assertThat(spans("process", "callback")).hasSize(hasCallbacks ? 1 : 0)
                .allSatisfy(process -> assertThat(spans("publish", "callback")).anyMatch(process::isChildOf));
    }

    @Test
    void everySettlementHasASpan() {
        assertThat(span("ack", "settling").kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(spans("publish", "settling")).extracting(ReceivedSpan::traceId).as("traces of the messages")
                .contains(span("ack", "settling").traceId(), span("nack", "settling").traceId(), span("reject", "settling").traceId());
        assertThat(received.latest("obs.messaging.unsettled.messages")).isNotEmpty()
                .allSatisfy(point -> assertThat(point.value()).isZero());
    }

    @Test
    void onlyListedHeadersAreRecorded() {
        for (String operation : List.of("publish", "receive")) {
            ReceivedSpan span = span(operation, "headers");
            assertThat(span.attribute("messaging.header.Tenant_Id")).isEqualTo(List.of("7"));
            assertThat(span.attributes().keySet()).filteredOn(key -> key.startsWith("messaging.header.")).hasSize(1);
        }
    }

    @Test
    void aContextOfTheUserIsRespected() {
        ReceivedSpan publish = span("publish", "user-context");
        ReceivedSpan get = span("receive", "user-context");

        assertThat(publish.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(HexFormat.of().formatHex(get.proto().getLinks(0).getSpanId().toByteArray()))
                .isEqualTo("2222222222222222");
    }

    @Test
    void confirmsAndReturnsAreCounted() {
        assertThat(received.count("obs.messaging.confirm.duration",
                Map.of(NAME, "confirms", "obs.messaging.confirm.outcome", "ack"))).isEqualTo(5);
        assertThat(count("obs.messaging.returned.messages", "nowhere")).isEqualTo(1);
    }

    @Test
    void theBufferOverloadIsOneSend() {
        boolean published = app.stdout().text().contains("buffer published");

        assertThat(spans("publish", "buffer")).hasSize(published ? 1 : 0);
        assertThat(published).isEqualTo(library.version().startsWith("5.3"));
    }

    @Test
    void whatWasOpenedIsClosedInTheEnd() {
        assertThat(received.latest("obs.messaging.connections")).allSatisfy(point -> assertThat(point.value()).isZero());
        assertThat(received.latest("obs.messaging.channels")).allSatisfy(point -> assertThat(point.value()).isZero());
    }
}
