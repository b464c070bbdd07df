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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * Scenario A15, a broker that restarts in the middle of traffic; before it, a message that nobody can process, and a broker
 * that is out of memory for a while.
 */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isInstalled", disabledReason = "RabbitMQ is not installed")
@LibraryVersions(name = "RabbitMQ client", artifact = "com.rabbitmq:amqp-client", versions = {"4.0.0", "5.35.0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitMqOutageTest {
    private static final String NAME = "messaging.destination.name";
    private static final String CONSUMED = "messaging.client.consumed.messages";

    @Parameter
    Library library;

    private OtlpReceiver receiver;
    private AppProcess app;
    private Received received;
    private long deadLettered;
    private long redelivered;

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (RabbitMqBroker broker = RabbitMqBroker.start()) {
            app = JavaApp.of("RabbitTraffic", AppSources.compile(library, "rabbitmqoutage")).withAgent().exportTo(receiver)
                    .start(Integer.toString(broker.port()));
            app.awaitLine("buried");
            deadLettered = broker.count("messages_dead_lettered_rejected_total");
            redelivered = broker.count("messages_redelivered_total");
            app.awaitLine("flowing");
            received.awaitMetric("obs.messaging.channels", point -> point.value() == 2);
            broker.block();
            received.awaitMetric("obs.messaging.blocked.connections", point -> point.value() == 1);
            broker.unblock();
            received.awaitMetric("obs.messaging.blocked.connections", point -> point.value() == 0);
            broker.restart();
            app.awaitLine("flowing again");
            received.awaitMetric("obs.messaging.recoveries", point -> point.value() == 1);
            received.awaitMetric("obs.messaging.connections", point -> point.value() == 1);
            received.awaitMetric("obs.messaging.channels", point -> point.value() == 2);
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    private Stream<ReceivedSpan> spans(String operation, String destination) {
        return received.spans().stream().filter(span -> operation.equals(span.attribute("messaging.operation.name"))
                && destination.equals(span.attribute(NAME)));
    }

    @Test
    void everyDeliveryOfAPoisonMessageIsASpanInItsTrace() {
        List<ReceivedSpan> published = spans("publish", "poisoned").toList();

        assertThat(published).hasSize(1);
        assertThat(spans("process", "poisoned")).hasSize(2).allMatch(span -> span.isChildOf(published.get(0)));
        assertThat(spans("process", "dead")).hasSize(1).allMatch(span -> span.isChildOf(published.get(0)));
        assertThat(spans("reject", "poisoned")).hasSize(2);
    }

    @Test
    void redeliveriesAreThoseOfTheBroker() {
        assertThat(deadLettered).isEqualTo(1);
        assertThat(received.value("obs.messaging.redelivered.messages", Map.of(NAME, "poisoned")))
                .isEqualTo(1).isEqualTo(redelivered);
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, "poisoned")))
                .as("the first delivery alone tells the time in the queue").isEqualTo(1);
    }

    @Test
    void anOutageIsOneRecoveryAndLeavesNothingOpen() {
        assertThat(received.value("obs.messaging.recoveries", Map.of())).isEqualTo(1);
        for (String gauge : List.of("connections", "channels", "unsettled.messages", "blocked.connections")) {
            assertThat(received.latest("obs.messaging." + gauge)).as(gauge)
                    .allSatisfy(point -> assertThat(point.value()).isZero());
        }
    }

    @Test
    void everyDeliveryIsCountedAndProcessedBelowItsProducerBeforeAndAfter() {
        String line = app.stdout().lines().stream().filter(text -> text.startsWith("deliveries ")).findFirst().orElseThrow();
        long deliveries = Long.parseLong(line.substring("deliveries ".length()));
        Map<String, List<ReceivedSpan>> published = spans("publish", "traffic")
                .collect(Collectors.groupingBy(ReceivedSpan::spanId));

        assertThat(received.value(CONSUMED, Map.of())).isEqualTo(deliveries);
        assertThat(received.count("messaging.process.duration")).isEqualTo(deliveries);
        assertThat(spans("process", "traffic")).hasSize((int) deliveries - 3)
                .allSatisfy(span -> assertThat(published.get(span.parentId())).anyMatch(span::isChildOf));
    }
}
