package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario A13 for JMS: a container processes each message once, whatever caches and adapters stand in between. */
@LibraryVersions(name = "Spring JMS", artifact = "org.springframework:spring-jms", versions = {
        "5.3.39 + org.springframework:spring-context:5.3.39 + org.apache.activemq:activemq-broker:5.18.7",
        "6.2.19 + org.springframework:spring-context:6.2.19 + org.apache.activemq:activemq-broker:6.3.1",
        "7.0.9 + org.springframework:spring-context:7.0.9 + org.apache.activemq:activemq-broker:6.3.1"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpringJmsTest extends MessagingSuite {
    @Parameter
    Library library;

    private AppProcess app;

    @BeforeParameterizedClassInvocation
    void run() {
        receiver = OtlpReceiver.start();
        received = receiver.received();
        List<Path> classPath = library.version().startsWith("5.") ? AppSources.compileForJavax(library, "springjms")
                : AppSources.compile(17, library, "springjms");
        app = JavaApp.of("SpringJmsScenarios", classPath).withAgent().exportTo(receiver).start();
        app.awaitLine("done");
        app.closeInput();
        app.expectExit(0).expectCalmAgent();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.close();
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "simple"})
    void aContainerProcessesEachMessageOnceBelowItsProducer(String queue) {
        List<ReceivedSpan> sent = spans("send", queue);

        assertThat(sent).hasSize(3);
        assertThat(spans("process", queue)).hasSize(3)
                .allSatisfy(process -> assertThat(sent).anyMatch(process::isChildOf));
        assertThat(received.value("messaging.client.sent.messages", Map.of(NAME, queue))).isEqualTo(3);
        assertThat(received.value("messaging.client.consumed.messages", Map.of(NAME, queue))).isEqualTo(3);
        assertThat(received.count("messaging.process.duration", Map.of(NAME, queue))).isEqualTo(3);
        assertThat(received.count("obs.messaging.queue.duration", Map.of(NAME, queue))).isEqualTo(3);
    }

    @Test
    void theErrorIsTheApplicationsAndNotSprings() {
        assertThat(spans("process", "failing")).hasSize(2).filteredOn(ReceivedSpan::isError).singleElement().satisfies(
                process -> assertThat(process.attribute("error.type")).isEqualTo("java.lang.IllegalStateException"));
        assertThat(received.value("obs.messaging.redelivered.messages", Map.of(NAME, "failing"))).isEqualTo(1);
    }

    @Test
    void aReplyIsSentInTheTraceOfItsRequest() {
        ReceivedSpan process = spans("process", "requests").get(0);

        assertThat(process.isChildOf(spans("send", "requests").get(0))).isTrue();
        assertThat(received.spans(span -> span.isChildOf(process))).extracting(ReceivedSpan::name).containsExactly("send");
    }
}
