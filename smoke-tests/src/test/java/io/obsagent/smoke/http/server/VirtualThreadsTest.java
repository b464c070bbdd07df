package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Each request on a virtual thread of its own. */
@LibraryVersions(name = "Spring Boot with virtual threads",
        artifact = "org.springframework.boot:spring-boot-starter-web", versions = "4.0.0", with = "com.h2database:h2:2.2.224")
class VirtualThreadsTest extends SpringContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        return application(25);
    }

    private JavaApp application(int java) {
        Optional<Jdk> jdk = Jdks.installed().find(java);
        Assumptions.assumeThat(jdk).as("Java " + java).isPresent();
        return JavaApp.of("SpringMvcServer", AppSources.compile(17, library, "http-server/common", "http-server/spring-mvc"))
                .property("spring.threads.virtual.enabled", "true").on(jdk.get());
    }

    /** Up to Java 23 a monitor that is held while a virtual thread waits keeps its carrier; the JVM tells whose it is. */
    @Test
    void noMonitorOfTheAgentPinsAThread() {
        try (OtlpReceiver own = OtlpReceiver.start();
                AppProcess pinning = application(21).property("jdk.tracePinnedThreads", "full").withAgent().exportTo(own)
                        .start(arguments())) {
            int ownPort = pinning.awaitPort();
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String uri = "http://localhost:" + ownPort + context() + "/child?id=" + i;
                answers.add(sendAsync(HttpRequest.newBuilder(URI.create(uri))));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(answers.get(i).join().body()).isEqualTo("child " + i);
            }
            own.received().awaitSpans(span -> span.kind() == SpanKind.SPAN_KIND_SERVER, 100);
            assertThat(pinning.stdout().lines())
                    .noneMatch(line -> line.contains("io.obsagent") && line.contains("<== monitors"));
        }
    }
}
