package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/** Scenario A19: what a consumer without the agent gets is the same, sent with and without it, but for our headers. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isInstalled", disabledReason = "RabbitMQ is not installed")
class RabbitMessageBytesTest {
    private static final List<String> OURS = List.of("header traceparent ", "header obs-sent ");

    private static Broker broker;
    private static OtlpReceiver receiver;

    @BeforeAll
    static void start() {
        broker = RabbitMqBroker.start();
        receiver = OtlpReceiver.start();
    }

    @AfterAll
    static void stop() {
        receiver.close();
        broker.close();
    }

    @LibraryVersions(name = "RabbitMQ client", artifact = "com.rabbitmq:amqp-client", versions = {"4.0.0", "5.35.0"})
    void messagesAreTheSameButForOurHeaders(Library library) {
        List<Path> classPath = AppSources.compile(library, "rabbitmqbytes");
        run(JavaApp.of("MessageBytes", classPath), "publish");
        List<String> without = run(JavaApp.of("MessageBytes", classPath), "print");
        run(JavaApp.of("MessageBytes", classPath).withAgent().exportTo(receiver), "publish");
        List<String> with = run(JavaApp.of("MessageBytes", classPath), "print");

        assertThat(without).filteredOn(line -> line.startsWith("body ")).hasSize(4);
        assertThat(without).filteredOn(line -> line.startsWith("header ")).hasSize(14);
        assertThat(with).filteredOn(RabbitMessageBytesTest::isOurs).hasSize(4 * OURS.size());
        assertThat(with).filteredOn(line -> !isOurs(line)).isEqualTo(without);
    }

    private static List<String> run(JavaApp app, String what) {
        return app.run(Integer.toString(broker.port()), what).expectExit(0).expectCalmAgent().stdout().lines();
    }

    private static boolean isOurs(String line) {
        return OURS.stream().anyMatch(line::startsWith);
    }
}
