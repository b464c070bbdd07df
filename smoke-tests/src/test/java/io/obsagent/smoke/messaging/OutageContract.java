package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.JvmBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * Scenario A15 for clients of JMS and AMQP 1.0 that reconnect by themselves: the broker is killed in the middle of traffic
 * and starts again with empty queues. Counts are held against the application's own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutageContract {
    private static final String NAME = "messaging.destination.name";

    @Parameter
    Library library;

    private OtlpReceiver receiver;
    private AppProcess app;
    private Received received;
    private int port;

    abstract JvmBroker broker();

    abstract String mainClass();

    abstract List<Path> classPath();

    abstract String[] arguments(int port);

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (JvmBroker broker = broker()) {
            port = broker.port();
            app = JavaApp.of(mainClass(), classPath()).withAgent().exportTo(receiver).start(arguments(port));
            app.awaitLine("flowing");
            received.awaitMetric("obs.messaging.connections", point -> point.value() == 1);
            broker.restart();
            received.awaitMetric("obs.messaging.recoveries", point -> point.value() == 1);
            received.awaitMetric("obs.messaging.connections", point -> point.value() == 1);
            long before = flowing();
            app.send("and now?");
            received.await("traffic after the outage", () -> flowing() > before ? Optional.of(true) : Optional.empty());
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    private long flowing() {
        return app.stdout().lines().stream().filter("flowing"::equals).count();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    private long told(String what) {
        String line = app.stdout().lines().stream().filter(text -> text.startsWith(what)).findFirst().orElseThrow();
        return Long.parseLong(line.substring(what.length()));
    }

    private List<ReceivedSpan> spans(String type) {
        return received.spans(span -> type.equals(span.attribute("messaging.operation.type"))
                && "auto.traffic".equals(span.attribute(NAME)));
    }

    @Test
    void everySendAndEveryDeliveryIsCountedOnce() {
        assertThat(received.value("messaging.client.sent.messages", Map.of())).isEqualTo(told("sends "));
        assertThat(received.value("messaging.client.consumed.messages", Map.of())).isEqualTo(told("deliveries "));
        assertThat(spans("send")).hasSize((int) told("sends "));
    }

    @Test
    void everyDeliveryBelongsToASend() {
        Set<String> sends = spans("send").stream().map(ReceivedSpan::spanId).collect(Collectors.toSet());
        List<ReceivedSpan> taken = new ArrayList<>(spans("process"));
        if (taken.isEmpty()) {
            taken.addAll(received.spans(span -> "receive".equals(span.attribute("messaging.operation.type")) && !span.isError()));
        }

        assertThat(taken).hasSize((int) told("deliveries ")).allSatisfy(span -> assertThat(span.proto().getLinksList())
                .singleElement().satisfies(link -> assertThat(sends)
                        .contains(HexFormat.of().formatHex(link.getSpanId().toByteArray()))));
    }

    @Test
    void anOutageIsOneRecoveryAndLeavesNothingOpen() {
        assertThat(received.value("obs.messaging.recoveries", Map.of("server.port", (long) port))).isEqualTo(1);
        for (String gauge : List.of("connections", "sessions")) {
            assertThat(received.latest("obs.messaging." + gauge)).as(gauge).isNotEmpty()
                    .allSatisfy(point -> assertThat(point.value()).isZero());
        }
        assertThat(received.latest("obs.messaging.unsettled.messages"))
                .allSatisfy(point -> assertThat(point.value()).isZero());
    }
}
