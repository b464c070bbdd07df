package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.MetricPoint;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** A poison message in a quorum queue of RabbitMQ 4, which delivers it three times and then sends it to another queue. */
@EnabledIf(value = "io.obsagent.smoke.broker.RabbitMqBroker#isRelease4Installed", disabledReason = "RabbitMQ 4 is not installed")
@LibraryVersions(name = "RabbitMQ client", artifact = "com.rabbitmq:amqp-client", versions = "5.35.0")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitQuorumTest {
    @Parameter
    Library library;

    private OtlpReceiver receiver;
    private Received received;
    private AppProcess app;
    private long redelivered;
    private long overLimit;

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (RabbitMqBroker broker = RabbitMqBroker.startRelease4()) {
            app = JavaApp.of("RabbitQuorum", AppSources.compile(library, "rabbitmqquorum")).withAgent().exportTo(receiver)
                    .start(Integer.toString(broker.port()));
            app.awaitLine("done");
            redelivered = broker.count("messages_redelivered_total");
            overLimit = broker.count("messages_dead_lettered_delivery_limit_total");
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    private List<ReceivedSpan> spans(String name) {
        return received.spans(span -> span.name().equals(name));
    }

    @Test
    void everyDeliveryIsASpanInTheTraceOfTheMessage() {
        ReceivedSpan publish = spans("publish poisoned").get(0);

        assertThat(overLimit).isEqualTo(1);
        assertThat(spans("process poisoned")).hasSize(3).allMatch(process -> process.isChildOf(publish));
        assertThat(spans("nack poisoned")).hasSize(3);
        assertThat(spans("process buried")).hasSize(1).allMatch(process -> process.isChildOf(publish));
    }

    @Test
    void redeliveriesAreThoseOfTheBroker() {
        assertThat(received.latest("obs.messaging.redelivered.messages").stream().mapToDouble(MetricPoint::value).sum())
                .isGreaterThanOrEqualTo(2).isEqualTo(redelivered);
    }
}
