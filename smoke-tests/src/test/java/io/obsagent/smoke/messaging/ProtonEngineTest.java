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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** The engine of AMQP 1.0 by itself, one run, then what was recorded of it. */
@LibraryVersions(name = "Qpid Proton-J", artifact = "org.apache.qpid:proton-j", versions = {"0.33.8", "0.34.1"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtonEngineTest extends MessagingSuite {
    @Parameter
    Library library;

    private AppProcess app;

    @Override
    String prefix() {
        return "auto.";
    }

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (Broker broker = QpidBroker.start()) {
            app = JavaApp.of("ProtonEngineScenarios", AppSources.compile(library, "protonj")).withAgent().exportTo(receiver)
                    .start(Integer.toString(broker.port()));
            app.awaitLine("done");
            app.closeInput();
            app.expectExit(0).expectCalmAgent();
        }
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    @Test
    void aMessageIsCreatedThenSentThenReceivedAndLinked() {
        List<ReceivedSpan> created = spans("create", "consuming");
        List<ReceivedSpan> sent = spans("send", "consuming");
        List<ReceivedSpan> taken = spans("receive", "consuming");

        assertThat(created).hasSize(4).extracting(ReceivedSpan::kind).containsOnly(SpanKind.SPAN_KIND_PRODUCER);
        assertThat(sent).hasSize(4).extracting(ReceivedSpan::kind).containsOnly(SpanKind.SPAN_KIND_CLIENT);
        assertThat(taken).hasSize(4).extracting(ReceivedSpan::kind).containsOnly(SpanKind.SPAN_KIND_CLIENT);
        assertThat(created).allSatisfy(create -> {
            assertThat(sent).filteredOn(send -> send.linksTo(create)).hasSize(1);
            assertThat(taken).filteredOn(take -> take.linksTo(create)).hasSize(1);
        });
    }

    @Test
    void countsAreOfMessages() {
        for (String metric : List.of("messaging.client.sent.messages", "messaging.client.consumed.messages")) {
            assertThat(received.value(metric, Map.of(NAME, "auto.consuming"))).as(metric).isEqualTo(4);
        }
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, "auto.consuming"))).isEqualTo(4);
        assertThat(received.count("obs.messaging.confirm.duration",
                Map.of(NAME, "auto.consuming", "obs.messaging.confirm.outcome", "ack"))).isEqualTo(4);
        assertThat(spans("accept", "consuming")).hasSize(4);
    }

    @Test
    void aContextOfTheUserIsRespected() {
        assertThat(spans("create", "user-context")).isEmpty();
        assertThat(spans("send", "user-context")).singleElement().satisfies(send ->
                assertThat(send.proto().getLinksCount()).isEqualTo(1));
    }

    @Test
    void whatWouldNotFitAndWhatIsPartOfABatchIsLeftAlone() {
        assertThat(spans("create", "measured")).isEmpty();
        assertThat(spans("create", "batched")).isEmpty();
    }
}
