package io.obsagent.smoke.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.ContractTerms;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Whole applications: 50 requests at once, each through a service to another request and two questions, or a gateway. */
class SpringChainTest {
    private static final String H2 = "com.h2database:h2:2.2.224";
    private static final int REQUESTS = 50;

    @LibraryVersions(name = "Spring MVC, @Async and RestClient", artifact = "org.springframework.boot:spring-boot-starter-web",
            versions = {"3.5.16", "4.1.1"}, with = H2)
    void service(Library library) {
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess server = application(library, "chain-mvc").exportTo(receiver).start()) {
            check(receiver, server.awaitPort(), 5, "server > SELECT, server > client > server > SELECT");
            server.expectCalmAgent();
        }
    }

    @LibraryVersions(name = "Spring WebFlux and WebClient", artifact = "org.springframework.boot:spring-boot-starter-webflux",
            versions = {"3.5.16", "4.1.1"}, with = H2)
    void reactiveService(Library library) {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess server = application(library, "chain-webflux").exportTo(receiver).start()) {
            check(receiver, server.awaitPort(), 5, "server > SELECT, server > client > server > SELECT");
            server.expectCalmAgent();
        }
    }

    @LibraryVersions(name = "Spring Cloud Gateway",
            artifact = "org.springframework.cloud:spring-cloud-starter-gateway-server-webflux",
            versions = "5.0.3 + org.springframework.boot:spring-boot-starter-webflux:4.1.1")
    void gateway(Library library) {
        Library behind = Libraries.resolve("org.springframework.boot:spring-boot-starter-web:4.1.1", H2);
        JavaApp gateway = JavaApp.of("Gateway", AppSources.compile(17, library, "chain-gateway")).withAgent();
        JavaApp application = application(behind, "chain-mvc").env("OTEL_SEMCONV_STABILITY_OPT_IN", "http/dup,database/dup");
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess server = application.exportTo(receiver).start();
                AppProcess front = gateway.exportTo(receiver).start(Integer.toString(server.awaitPort()))) {
            receiver.terms().lift(ContractTerms.Part.DEPRECATED_NAMES, "asked for");
            check(receiver, front.awaitPort(), 7,
                    "server > client > server > SELECT, server > client > server > client > server > SELECT");
            assertOldNamesToo(receiver);
            server.expectCalmAgent();
            front.expectCalmAgent();
        }
    }

    private static JavaApp application(Library library, String sources) {
        return JavaApp.of("ChainServer", AppSources.compile(17, library, "http-server/common", "chain-common", sources))
                .withAgent();
    }

    /** Of the application behind the gateway, which was asked for them: on each span beside the new name. */
    private static void assertOldNamesToo(OtlpReceiver receiver) {
        List<ReceivedSpan> inner = receiver.received().spans(span -> span.attribute("http.method") != null);
        assertThat(inner).hasSize(3 * REQUESTS).allSatisfy(span -> {
            assertThat(span.attribute("http.method")).isEqualTo(span.attribute("http.request.method"));
            assertThat(span.attribute("http.status_code")).isEqualTo(span.attribute("http.response.status_code"));
            assertThat(span.attribute("http.flavor")).isEqualTo(span.attribute("network.protocol.version"));
        });
        assertThat(inner).filteredOn(span -> span.kind() == SpanKind.SPAN_KIND_CLIENT).hasSize(REQUESTS).allSatisfy(span -> {
            assertThat(span.attribute("http.url")).isEqualTo(span.attribute("url.full"));
            assertThat(span.attribute("net.peer.name")).isEqualTo(span.attribute("server.address"));
            assertThat(span.attribute("net.peer.port")).isEqualTo(span.attribute("server.port"));
        });
        assertThat(receiver.received().spans(span -> span.name().startsWith("SELECT"))).allSatisfy(span -> {
            assertThat(span.attribute("db.statement")).isNotNull().isEqualTo(span.attribute("db.query.text"));
            assertThat(span.attribute("db.system")).isEqualTo("h2");
            assertThat(span.attribute("db.name")).isEqualTo(span.attribute("db.namespace"));
            assertThat(span.attribute("db.operation")).isEqualTo("SELECT");
        });
    }

    /**
     * @param spans how many each trace has
     * @param paths the ways from the root of each trace to its ends
     */
    private static void check(OtlpReceiver receiver, int port, int spans, String paths) {
        sendAll(port);
        Map<String, List<ReceivedSpan>> traces = receiver.received()
                .awaitSpans(span -> !span.name().startsWith("CREATE"), spans * REQUESTS).stream()
                .collect(Collectors.groupingBy(ReceivedSpan::traceId));

        assertThat(traces).hasSize(REQUESTS);
        assertThat(traces.values()).allSatisfy(trace -> {
            assertThat(paths(trace)).isEqualTo(paths);
            assertThat(trace.stream().map(ReceivedSpan::name).filter(name -> name.startsWith("SELECT")).distinct())
                    .as("every question is of its own request").hasSize(1);
        });
    }

    private static String paths(List<ReceivedSpan> trace) {
        return trace.stream().filter(span -> trace.stream().noneMatch(other -> other.isChildOf(span)))
                .map(end -> path(end, trace)).sorted().collect(Collectors.joining(", "));
    }

    private static String path(ReceivedSpan span, List<ReceivedSpan> trace) {
        String name = span.name().startsWith("SELECT") ? "SELECT"
                : span.kind() == SpanKind.SPAN_KIND_SERVER ? "server" : "client";
        if (span.parentId().isEmpty()) {
            return name;
        }
        return trace.stream().filter(span::isChildOf).findFirst().map(parent -> path(parent, trace)).orElse("orphan")
                + " > " + name;
    }

    private static void sendAll(int port) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            answers.add(client.sendAsync(HttpRequest.newBuilder(
                    URI.create("http://localhost:" + port + "/app/start?id=" + i)).build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(answers.get(i).join().body()).isEqualTo("child " + i + " and child " + i);
        }
    }
}
