package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;

/** Scenario A19 for RabbitMQ's own client of AMQP 1.0: what arrives is the same, sent with and without the agent. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isRelease4Installed", disabledReason = "RabbitMQ 4 is not installed")
class RabbitAmqpBytesTest {
    private static final List<String> OURS = List.of("property traceparent String ", "property obs-sent String ");

    @LibraryVersions(name = "RabbitMQ AMQP 1.0 client", artifact = "com.rabbitmq.client:amqp-client", versions = {"0.6.0", "1.5.0"})
    void messagesAreTheSameButForOurProperties(Library library) {
        List<Path> classPath = AppSources.compile(library, "rabbitmqamqpbytes");
        try (RabbitMqBroker broker = RabbitMqBroker.startRelease4(); OtlpReceiver receiver = OtlpReceiver.start()) {
            String port = Integer.toString(broker.port());
            run(JavaApp.of("AmqpMessageBytes", classPath), port, "publish");
            List<String> without = run(JavaApp.of("AmqpMessageBytes", classPath), port, "print");
            run(JavaApp.of("AmqpMessageBytes", classPath).withAgent().exportTo(receiver), port, "publish");
            List<String> with = run(JavaApp.of("AmqpMessageBytes", classPath), port, "print");

            assertThat(without).filteredOn(line -> line.startsWith("body ")).hasSize(3);
            assertThat(without).filteredOn(line -> line.startsWith("property ")).hasSize(15);
            assertThat(with).filteredOn(RabbitAmqpBytesTest::isOurs).hasSize(3 * OURS.size());
            assertThat(with).filteredOn(line -> !isOurs(line)).isEqualTo(without);
        }
    }

    private static List<String> run(JavaApp app, String port, String what) {
        return app.run(port, what).expectExit(0).expectCalmAgent().stdout().lines();
    }

    private static boolean isOurs(String line) {
        return OURS.stream().anyMatch(line::startsWith);
    }
}
