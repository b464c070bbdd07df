package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Scenario A15 for RabbitMQ's own client of AMQP 1.0: a broker that restarts in the middle of traffic. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isRelease4Installed", disabledReason = "RabbitMQ 4 is not installed")
@LibraryVersions(name = "RabbitMQ AMQP 1.0 client", artifact = "com.rabbitmq.client:amqp-client", versions = {"0.6.0", "1.5.0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitAmqpOutageTest {
    @Parameter
    Library library;

    private OtlpReceiver receiver;
    private Received received;
    private AppProcess app;

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (RabbitMqBroker broker = RabbitMqBroker.startRelease4()) {
            app = JavaApp.of("AmqpTraffic", AppSources.compile(library, "rabbitmqamqp-outage")).withAgent().exportTo(receiver)
                    .start(Integer.toString(broker.port()));
            app.awaitLine("flowing");
            received.awaitMetric("obs.messaging.connections", point -> point.value() == 1);
            broker.restart();
            app.awaitLine("flowing again");
            received.awaitMetric("obs.messaging.recoveries", point -> point.value() == 1);
            received.awaitMetric("obs.messaging.connections", point -> point.value() == 1);
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    private List<ReceivedSpan> spans(String operation) {
        return received.spans(span -> operation.equals(span.attribute("messaging.operation.name")));
    }

    @Test
    void anOutageIsOneRecoveryAndLeavesNothingOpen() {
        assertThat(received.value("obs.messaging.recoveries", Map.of())).isEqualTo(1);
        for (String gauge : List.of("connections", "unsettled.messages")) {
            assertThat(received.latest("obs.messaging." + gauge)).as(gauge).isNotEmpty()
                    .allSatisfy(point -> assertThat(point.value()).isZero());
        }
    }

    @Test
    void everyDeliveryIsCountedAndProcessedBelowItsProducerBeforeAndAfter() {
        String line = app.stdout().lines().stream().filter(text -> text.startsWith("deliveries ")).findFirst().orElseThrow();
        int deliveries = Integer.parseInt(line.substring("deliveries ".length()));
        Map<String, List<ReceivedSpan>> published = spans("publish").stream()
                .collect(Collectors.groupingBy(ReceivedSpan::spanId));

        assertThat(received.value("messaging.client.consumed.messages", Map.of())).isEqualTo(deliveries);
        assertThat(spans("process")).hasSize(deliveries)
                .allSatisfy(span -> assertThat(published.get(span.parentId())).anyMatch(span::isChildOf));
    }
}
