package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.MetricPoint;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Scenario A18 for RabbitMQ's own client of AMQP 1.0, with A3 to A9, A11, A12, A14 and A19; the broker counts as well. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isRelease4Installed", disabledReason = "RabbitMQ 4 is not installed")
@LibraryVersions(name = "RabbitMQ AMQP 1.0 client", artifact = "com.rabbitmq.client:amqp-client",
        versions = {"0.1.0", "0.6.0", "1.5.0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitAmqpClientTest extends MessagingSuite {
    @Parameter
    Library library;

    private AppProcess app;
    private Map<String, Long> ofBroker;

    private boolean hasBatches() {
        return !library.version().equals("0.1.0");
    }

    /** By these classes: they had other names before. */
    private boolean hasRequesters() {
        return library.version().startsWith("1.");
    }

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (RabbitMqBroker broker = RabbitMqBroker.startRelease4()) {
            List<String> sources = new ArrayList<>(List.of("rabbitmqamqp"));
            List<String> arguments = new ArrayList<>(List.of(Integer.toString(broker.port())));
            if (hasBatches()) {
                sources.add("rabbitmqamqp-batch");
                arguments.add("BatchScenario");
            }
            if (hasRequesters()) {
                sources.add("rabbitmqamqp-rpc");
                arguments.add("RpcScenario");
            }
            app = JavaApp.of("AmqpScenarios", AppSources.compile(library, sources.toArray(new String[0])))
                    .withAgent().exportTo(receiver)
                    .env("OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_CAPTURE_HEADERS", "tenant,absent")
                    .start(arguments.toArray(new String[0]));
            app.awaitLine("done");
            received.awaitMetric("obs.messaging.connections", point -> point.value() == 1);
            received.awaitMetric("obs.messaging.unsettled.messages",
                    point -> point.value() == 2 && "holding".equals(point.attribute(NAME)));
            ofBroker = Map.of("received", broker.count("messages_received_total"),
                    "delivered", broker.count("messages_delivered_total"),
                    "confirmed", broker.count("messages_confirmed_total"),
                    "returned", broker.count("messages_unroutable_returned_total"),
                    "redelivered", broker.count("messages_redelivered_total"));
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    private double count(String metric) {
        return received.latest(metric).stream()
                .filter(point -> point.attribute("error.type") == null).mapToDouble(MetricPoint::value).sum();
    }

    @Test
    void theBrokerCountsWhatWeCount() {
        assertThat(count("messaging.client.sent.messages")).isPositive().isEqualTo(ofBroker.get("received").doubleValue());
        assertThat(count("messaging.client.consumed.messages")).isEqualTo(ofBroker.get("delivered").doubleValue());
        assertThat(received.count("obs.messaging.confirm.duration")).isEqualTo(ofBroker.get("confirmed"));
        assertThat(count("obs.messaging.returned.messages")).isEqualTo(1).isEqualTo(ofBroker.get("returned").doubleValue());
        assertThat(count("obs.messaging.redelivered.messages")).isPositive().isEqualTo(ofBroker.get("redelivered").doubleValue());
    }

    @Test
    void eachMessageIsProcessedOnceBelowItsProducer() {
        List<ReceivedSpan> published = spans("publish", "consuming");
        List<ReceivedSpan> processed = spans("process", "consuming");

        assertThat(published).hasSize(4).allSatisfy(publish -> {
            assertThat(publish.kind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
            assertThat(publish.attribute("messaging.system")).isEqualTo("rabbitmq");
            assertThat(publish.attribute("server.address")).isEqualTo("localhost");
            assertThat(publish.attribute("server.port")).isNotNull();
        });
        assertThat(processed).hasSize(4).allSatisfy(process -> {
            ReceivedSpan publish = published.stream().filter(process::isChildOf).findFirst().orElseThrow();
            assertThat(process.kind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
            assertThat(process.linksTo(publish)).isTrue();
            assertThat(process.attribute("messaging.message.id")).isEqualTo(publish.attribute("messaging.message.id"));
            assertThat(process.attribute("server.port")).isEqualTo(publish.attribute("server.port"));
            assertThat(spans("accept", "consuming")).filteredOn(accept -> accept.isChildOf(process)).hasSize(1);
        });
        for (String metric : List.of("messaging.client.sent.messages", "messaging.client.consumed.messages")) {
            assertThat(received.value(metric, Map.of(NAME, "consuming"))).as(metric).isEqualTo(4);
        }
        for (String metric : List.of("messaging.process.duration", "obs.messaging.queue.duration")) {
            assertThat(received.count(metric, Map.of(NAME, "consuming"))).as(metric).isEqualTo(4);
        }
        assertThat(received.count("obs.messaging.confirm.duration",
                Map.of(NAME, "consuming", "obs.messaging.confirm.outcome", "ack"))).isEqualTo(4);
    }

    @Test
    void listedPropertiesAreRecorded() {
        for (String operation : List.of("publish", "process")) {
            assertThat(spans(operation, "consuming"))
                    .filteredOn(span -> List.of("one").equals(span.attribute("messaging.header.tenant"))).hasSize(1);
        }
    }

    @Test
    void destinationsAreNamedByExchangeKeyAndQueueWhateverTheAddressEscapes() {
        span("publish", "orders:created/x y");
        assertThat(span("process", "orders:created/x y:billing/a b").attribute("messaging.rabbitmq.destination.routing_key"))
                .isEqualTo("created/x y");
        assertThat(span("process", "billing/a b").isChildOf(span("publish", "billing/a b"))).isTrue();
    }

    @Test
    void aQueueThatEndsWithItsClientIsInNoNameAndNoMetric() {
        List<ReceivedSpan> temporary = received.spans(
                span -> Boolean.TRUE.equals(span.attribute("messaging.destination.temporary")));

        assertThat(temporary).hasSize(hasRequesters() ? 6 : 3).allSatisfy(span -> {
            assertThat(span.name()).isIn("publish", "process", "accept");
            assertThat(span.attribute("messaging.destination.anonymous")).isEqualTo(true);
            assertThat(received.points()).noneMatch(point -> span.attribute(NAME).equals(point.attribute(NAME)));
        });
    }

    @Test
    void whatAConsumerThrowsIsTheErrorOfItsSpanAndItsMetric() {
        assertThat(span("process", "throwing").isError()).isTrue();
        assertThat(received.count("messaging.process.duration",
                Map.of(NAME, "throwing", "error.type", "java.lang.IllegalStateException"))).isEqualTo(1);
    }

    @Test
    void publishingOnAClosedPublisherIsAnError() {
        ReceivedSpan publish = span("publish", "failing");

        assertThat(publish.isError()).isTrue();
        assertThat(publish.attribute("error.type").toString()).startsWith("com.rabbitmq.client.amqp.AmqpException");
        assertThat(received.value("messaging.client.sent.messages", Map.of(NAME, "failing"))).isEqualTo(1);
    }

    @Test
    void everySettlementIsASpanInTheTraceOfItsMessageOnce() {
        List<ReceivedSpan> published = spans("publish", "settling");

        assertThat(spans("accept", "settling")).hasSize(2);
        assertThat(List.of(span("discard", "settling"), span("requeue", "settling"))).allSatisfy(settle -> {
            assertThat(settle.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
            assertThat(published).filteredOn(settle::isChildOf).hasSize(1);
        });
    }

    @Test
    void everyDeliveryOfAPoisonMessageIsASpanInItsTrace() {
        ReceivedSpan publish = span("publish", "poisoned");

        assertThat(spans("process", "poisoned")).hasSize(2).allMatch(span -> span.isChildOf(publish));
        assertThat(received.value("obs.messaging.redelivered.messages", Map.of(NAME, "poisoned"))).isEqualTo(1);
        assertThat(received.spans(span -> span.traceId().equals(publish.traceId()) && span.name().startsWith("process")))
                .as("with the one in the queue of dead letters").hasSize(3);
    }

    @Test
    void aContextOfTheUserIsRespected() {
        assertThat(span("publish", "user-context").kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(AmqpContract.linked(span("publish", "user-context"))).containsExactly("2222222222222222");
    }

    @Test
    void aMessageSentAgainHasItsOwnContextEachTime() {
        List<ReceivedSpan> processed = spans("process", "again");

        assertThat(spans("publish", "again")).hasSize(2)
                .allSatisfy(publish -> assertThat(processed).filteredOn(process -> process.isChildOf(publish)).hasSize(1));
    }

    @Test
    void aBatchIsSettledByOneSpanThatLinksToEachMessage() {
        assumeTrue(hasBatches());
        ReceivedSpan accept = span("accept", "batch");

        assertThat(accept.attribute("messaging.batch.message_count")).isEqualTo(3L);
        assertThat(spans("publish", "batch")).hasSize(3).allMatch(accept::linksTo);
    }

    @Test
    void aRequestAndItsReplyAreOneTrace() {
        assumeTrue(hasRequesters());
        ReceivedSpan request = span("publish", "requests");
        ReceivedSpan handled = span("process", "requests");

        assertThat(handled.isChildOf(request)).isTrue();
        assertThat(received.spans(span -> span.traceId().equals(request.traceId()) && span.name().equals("publish")))
                .singleElement().satisfies(reply -> assertThat(reply.isChildOf(handled)).isTrue());
        assertThat(received.spans(span -> span.traceId().equals(request.traceId()) && span.name().equals("process")))
                .hasSize(1);
    }

    @Test
    void anObserverOfTheApplicationChangesNothing() {
        assertThat(span("process", "observed").isChildOf(span("publish", "observed"))).isTrue();
        assertThat(received.value("messaging.client.consumed.messages", Map.of(NAME, "observed"))).isEqualTo(1);
        assertThat(spans("accept", "observed")).hasSize(1);
    }

    @Test
    void whatIsClosedHoldsNothingAndIsNotOpen() {
        for (String gauge : List.of("connections", "unsettled.messages")) {
            assertThat(received.latest("obs.messaging." + gauge)).as(gauge).isNotEmpty()
                    .allSatisfy(point -> assertThat(point.value()).isZero());
        }
        for (String absent : List.of("channels", "blocked.connections")) {
            assertThat(received.latest("obs.messaging." + absent)).as(absent).isEmpty();
        }
    }
}
