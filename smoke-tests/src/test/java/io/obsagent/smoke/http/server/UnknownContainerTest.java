package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A servlet container that no module of the agent knows: requests are seen from the outermost filter on. */
@LibraryVersions(name = "Grizzly (servlets)", artifact = "org.glassfish.grizzly:grizzly-http-servlet",
        versions = {"2.4.4 + javax.servlet:javax.servlet-api:4.0.1", "3.0.1 + jakarta.servlet:jakarta.servlet-api:5.0.0",
            "4.0.2 + jakarta.servlet:jakarta.servlet-api:6.0.0"}, with = "com.h2database:h2:2.2.224")
class UnknownContainerTest extends ServedApplication {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        String[] sources = {"http-server/common", "http-server/servlet", "http-server/grizzly"};
        return JavaApp.of("GrizzlyServer", library.version().startsWith("2.") ? AppSources.compileForJavax(library, sources)
                : AppSources.compile(17, library, sources));
    }

    @Override
    String context() {
        return "/app";
    }

    @Override
    String userRoute() {
        return "/app/users/*";
    }

    @Test
    void aRequestIsOneSpanWithWhatIsKnownOfIt() {
        TracedRequest traced = new TracedRequest();
        assertThat(send(request(traced, "/users/4711?a=b").header("X-Tenant", "blue")).body()).isEqualTo("user 4711");
        ReceivedSpan span = served(traced);

        assertThat(trace(traced)).hasSize(1);
        assertThat(span.parentId()).isEqualTo(traced.parentId);
        assertThat(span.name()).isEqualTo("GET /app/users/*");
        assertThat(span.attributes()).containsEntry("http.route", userRoute()).containsEntry("url.path", "/app/users/4711")
                .containsEntry("url.query", "a=b").containsEntry("http.response.status_code", 200L)
                .containsEntry("server.port", (long) port).containsEntry("network.protocol.version", "1.1")
                .containsEntry("http.request.header.x-tenant", List.of("blue"));
        receiver.received().awaitMetric("http.server.request.duration", point -> userRoute().equals(point.attribute("http.route")));
    }

    @Test
    void whatTheApplicationThrowsIsTheError() {
        assertThat(get("/throw", 500).attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(get("/fail", 500).attribute("error.type")).isEqualTo("500");
    }

    @Test
    void aForwardKeepsTheOuterRoute() {
        assertThat(get("/forward", 200).attribute("http.route")).isEqualTo("/app/forward");
        assertThat(get("/include", 200).attribute("http.route")).isEqualTo("/app/include");
    }

    @Test
    void theSpanOfAnAsynchronousRequestEndsWithItsResponse() {
        ReceivedSpan span = withChild("/async?id=3", 3);

        assertThat(span.durationNanos()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(190));
        assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
        assertThat(span.attribute("http.route")).isEqualTo("/app/async");
    }

    @Test
    void aDispatchGoesOnWithTheSameRequest() {
        assertThat(withChild("/dispatch?id=4", 4).attribute("http.route")).isEqualTo("/app/dispatch");
    }

    @Test
    void aTimeOutEndsTheSpan() {
        TracedRequest traced = new TracedRequest();
        int status = send(request(traced, "/timeout")).statusCode();

        assertThat(served(traced).attribute("http.response.status_code")).isEqualTo((long) status);
    }

    private ReceivedSpan withChild(String path, int id) {
        TracedRequest traced = new TracedRequest();
        assertThat(send(request(traced, path)).body()).isEqualTo("child " + id);
        ReceivedSpan span = served(traced);
        receiver.received().awaitSpan("child in the request's trace",
                child -> child.isChildOf(span) && child.name().equals("SELECT T" + id));
        assertThat(trace(traced)).filteredOn(each -> each.kind() == SpanKind.SPAN_KIND_SERVER).hasSize(1);
        return span;
    }
}
