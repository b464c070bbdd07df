package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.broker.ArtemisBroker;
import io.obsagent.smoke.broker.Broker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** A pool's objects stand in front of the provider's, which alone know their broker. */
@LibraryVersions(name = "Pooled JMS", artifact = "org.messaginghub:pooled-jms", versions = "3.1.7",
        with = "org.apache.activemq:artemis-jakarta-client:2.56.0")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PooledJmsTest {
    @Parameter
    Library library;

    private OtlpReceiver receiver;
    private AppProcess app;
    private Received received;
    private int port;

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        try (Broker broker = ArtemisBroker.start()) {
            port = broker.port();
            app = JavaApp.of("PooledJmsScenarios", AppSources.compile(17, library, "pooledjms")).withAgent()
                    .exportTo(receiver).start(Integer.toString(port));
            app.awaitLine("done");
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
    void eachOperationIsOneAndNamesTheServer() {
        assertThat(spans("send")).hasSize(4);
        assertThat(spans("receive")).hasSize(2);
        assertThat(spans("process")).hasSize(2);
        assertThat(received.spans(span -> span.attribute("messaging.system") != null)).hasSize(8).allSatisfy(span -> {
            assertThat(span.attribute("server.address")).isEqualTo("localhost");
            assertThat(span.attribute("server.port")).isEqualTo((long) port);
        });
    }

    @Test
    void theSessionsOfThePoolAreNoOthers() {
        assertThat(received.latest("obs.messaging.sessions")).isNotEmpty()
                .allSatisfy(point -> assertThat(point.value()).isZero());
        assertThat(received.latest("obs.messaging.connections")).isNotEmpty()
                .allSatisfy(point -> assertThat(point.value()).isZero());
    }
}
