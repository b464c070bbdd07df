package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.broker.QpidBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * A library on top of the RabbitMQ client: three messages into a queue, each sent on to the next queue by what consumed
 * it and then acknowledged, whatever threads that goes through.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RabbitWrapperContract extends MessagingSuite {
    private static final int MESSAGES = 3;

    @Parameter
    Library library;

    private AppProcess app;

    /** The application's main class. */
    abstract String application();

    /** The application's folder. */
    abstract String folder();

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (Broker broker = QpidBroker.start()) {
            app = JavaApp.of(application(), AppSources.compile(library, folder())).withAgent().exportTo(receiver)
                    .run(Integer.toString(broker.port())).expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    @Test
    void eachMessageIsPublishedAndProcessedOnce() {
        List<ReceivedSpan> published = spans("publish", "incoming");

        assertThat(published).hasSize(MESSAGES);
        assertThat(spans("process", "incoming")).hasSize(MESSAGES)
                .allSatisfy(process -> assertThat(published).anyMatch(process::isChildOf));
        assertThat(received.value("messaging.client.sent.messages", Map.of(NAME, "incoming"))).isEqualTo(MESSAGES);
        assertThat(received.value("messaging.client.consumed.messages", Map.of(NAME, "incoming"))).isEqualTo(MESSAGES);
        assertThat(received.count("messaging.process.duration", Map.of(NAME, "incoming"))).isEqualTo(MESSAGES);
    }

    @Test
    void whatIsSentOnIsBelowTheProcessingOfItsOwnMessage() {
        List<ReceivedSpan> processed = spans("process", "incoming");
        List<ReceivedSpan> sentOn = spans("publish", "next");

        assertThat(sentOn).hasSize(MESSAGES).allSatisfy(publish -> assertThat(processed).anyMatch(publish::isChildOf));
        assertThat(sentOn).extracting(ReceivedSpan::parentId).doesNotHaveDuplicates();
    }

    @Test
    void anAcknowledgementIsInTheTraceOfItsMessage() {
        assertThat(spans("ack", "incoming")).hasSize(MESSAGES).extracting(ReceivedSpan::traceId)
                .containsExactlyInAnyOrderElementsOf(spans("publish", "incoming").stream().map(ReceivedSpan::traceId).toList());
    }
}
