package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.QpidBroker;
import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Scenario A18 with A1, A5, A8, A9, A12, A14 and A19: clients of AMQP 1.0, one run each, then what was recorded of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AmqpContract extends MessagingSuite {
    @Parameter
    Library library;

    private AppProcess app;
    private int port;

    abstract String folder();

    abstract String mainClass();

    /** What the application does to get a message: {@code receive} or {@code process}. */
    abstract String taking();

    /** How it settles the messages of one queue, in order. */
    abstract String[] settlements();

    Broker broker() {
        return QpidBroker.start();
    }

    /** RabbitMQ with the queues that the scenarios use; Broker-J makes them by itself. */
    static Broker withQueues(RabbitMqBroker broker) {
        broker.declare("auto.consuming", "auto.again", "auto.user-context", "auto.settling", "auto.failing", "auto.stream",
                "auto.holding");
        return broker;
    }

    @Override
    String prefix() {
        return "auto.";
    }

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        List<String> arguments = new ArrayList<>(List.of(settlements()));
        try (Broker broker = broker()) {
            arguments.add(0, Integer.toString(broker.port()));
            app = JavaApp.of(mainClass(), AppSources.compile(library, folder())).withAgent().exportTo(receiver)
                    .env("OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_CAPTURE_HEADERS", "tenant")
                    .start(arguments.toArray(new String[0]));
            port = broker.port();
            app.awaitLine("done");
            received.awaitMetric("obs.messaging.unsettled.messages",
                    point -> "auto.holding".equals(point.attribute(NAME)) && point.value() == 1);
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

    static List<String> linked(ReceivedSpan span) {
        return span.proto().getLinksList().stream().map(link -> HexFormat.of().formatHex(link.getSpanId().toByteArray()))
                .toList();
    }

    @Test
    void eachMessageIsSentAndTakenOnceAndLinked() {
        List<ReceivedSpan> sent = spans("send", "consuming");
        List<ReceivedSpan> taken = spans(taking(), "consuming");

        assertThat(sent).hasSize(4).extracting(ReceivedSpan::kind).containsOnly(SpanKind.SPAN_KIND_PRODUCER);
        assertThat(sent).extracting(span -> span.attribute("messaging.system")).containsOnly("amqp");
        assertThat(taken).hasSize(4);
        assertThat(sent).allSatisfy(send -> assertThat(taken).filteredOn(take -> take.linksTo(send)).hasSize(1));
        assertThat(taken).filteredOn(take -> "m0".equals(take.attribute("messaging.message.id"))).hasSize(1);
        for (String metric : List.of("messaging.client.sent.messages", "messaging.client.consumed.messages")) {
            assertThat(received.value(metric, Map.of(NAME, "auto.consuming"))).as(metric).isEqualTo(4);
        }
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, "auto.consuming"))).isEqualTo(4);
    }

    @Test
    void listedPropertiesAreRecorded() {
        assertThat(spans("send", "consuming")).anyMatch(span -> List.of("one").equals(span.attribute("messaging.header.tenant")));
        assertThat(spans(taking(), "consuming")).anyMatch(span -> List.of("one").equals(span.attribute("messaging.header.tenant")));
    }

    @Test
    void spansAndMetricsNameTheServer() {
        assertThat(received.spans(span -> span.attribute("messaging.system") != null)).allSatisfy(span -> {
            assertThat(span.attribute("server.address")).isEqualTo("localhost");
            assertThat(span.attribute("server.port")).isEqualTo((long) port);
        });
        assertThat(received.latest("messaging.client.sent.messages"))
                .allSatisfy(point -> assertThat(point.attribute("server.port")).isEqualTo((long) port));
    }

    @Test
    void theBrokersAnswersAreCountedByOutcome() {
        assertThat(received.count("obs.messaging.confirm.duration",
                Map.of(NAME, "auto.consuming", "obs.messaging.confirm.outcome", "ack"))).isEqualTo(4);
        assertThat(received.count("obs.messaging.confirm.duration"))
                .isEqualTo((long) received.value("messaging.client.sent.messages", Map.of()) - failed());
    }

    /** How many sends the client refused. */
    int failed() {
        return 0;
    }

    @Test
    void nothingStaysOpenOrUnsettled() {
        for (String gauge : List.of("connections", "sessions", "unsettled.messages")) {
            assertThat(received.latest("obs.messaging." + gauge)).as(gauge).isNotEmpty()
                    .allSatisfy(point -> assertThat(point.value()).isZero());
        }
        assertThat(received.value("obs.messaging.recoveries", Map.of())).isZero();
    }

    @Test
    void aMessageSentAgainHasItsOwnContextEachTime() {
        List<ReceivedSpan> taken = spans(taking(), "again");

        assertThat(spans("send", "again")).hasSize(2)
                .allSatisfy(send -> assertThat(taken).filteredOn(take -> take.linksTo(send)).hasSize(1));
    }

    @Test
    void aContextOfTheUserIsRespected() {
        assertThat(spans("send", "user-context")).singleElement().satisfies(send -> {
            assertThat(send.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
            assertThat(linked(send)).containsExactly("2222222222222222");
        });
    }

    @Test
    void everySettlementOfTheApplicationHasASpanAndNoOther() {
        for (String settlement : settlements()) {
            assertThat(spans(settlement, "settling")).as(settlement).singleElement()
                    .extracting(ReceivedSpan::kind).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        }
        assertThat(received.spans(span -> "settle".equals(span.attribute("messaging.operation.type"))))
                .hasSize(settlements().length);
    }
}
