package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every HTTP server must give: one server span and one RED record for each request, and an unchanged answer. */
abstract class HttpServerContract extends ServedApplication {
    private static final String DURATION = "http.server.request.duration";

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 50})
    void eachRequestIsOneTraceWithOneServerSpan(int count) {
        long before = receiver.received().count(DURATION);
        String marker = "one-each-" + System.nanoTime();
        for (int i = 0; i < count; i++) {
            HttpResponse<String> response = send(HttpRequest.newBuilder(uri("/hello?" + marker)));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("hello");
        }
        List<ReceivedSpan> spans = receiver.received().awaitSpans(span -> marker.equals(span.attribute("url.query")), count);
        assertThat(spans).hasSize(count).allSatisfy(span -> {
            assertThat(span.kind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
            assertThat(span.parentId()).isEmpty();
        });
        assertThat(spans).extracting(ReceivedSpan::traceId).doesNotHaveDuplicates();
        receiver.received().awaitCount(DURATION, Map.of(), before + count);
    }

    @Test
    void headerNamesOfAnyCaseJoinTheTrace() {
        for (String name : List.of("Traceparent", "TRACEPARENT", "traceparent")) {
            TracedRequest traced = new TracedRequest();
            RawHttp.exchange(port, "GET " + context() + "/hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + name + ": " + traced.traceparent() + "\r\n\r\n");
            ReceivedSpan span = served(traced);
            assertThat(span.parentId()).isEqualTo(traced.parentId);
            assertThat(span.hasLocalParent()).isFalse();
            assertThat(span.isError()).as("closing the connection on request").isFalse();
        }
    }

    @Test
    void theQueryIsRecordedAndNotInTheName() {
        ReceivedSpan span = get("/hello?a=b&sig=secret", 200);

        assertThat(span.attribute("url.query")).isEqualTo("a=b&sig=REDACTED");
        assertThat(span.attribute("url.path")).isEqualTo(context() + "/hello");
        assertThat(span.name()).doesNotContain("a=b");
        assertThat(span.attribute("server.address")).isEqualTo("localhost");
        assertThat(span.attribute("server.port")).isEqualTo((long) port);
        assertThat(span.attribute("network.protocol.version")).isEqualTo("1.1");
        assertThat(span.attribute("client.address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
        assertThat(span.attribute("user_agent.original")).asString().startsWith("Java-http-client");
    }

    @Test
    void aRedirectIsNoError() {
        ReceivedSpan span = get("/redirect", 302);

        assertThat(span.isError()).isFalse();
        assertThat(span.attribute("http.response.status_code")).isEqualTo(302L);
    }

    @Test
    void aServerErrorIsOne() {
        ReceivedSpan span = get("/fail", 500);

        assertThat(span.isError()).isTrue();
        assertThat(span.attribute("error.type")).isEqualTo("500");
        receiver.received().awaitMetric(DURATION, point -> "500".equals(point.attribute("error.type")));
    }

    @Test
    void whatTheApplicationThrowsIsTheError() {
        Assumptions.assumeThat(answersExceptions()).isTrue();
        ReceivedSpan span = get("/throw", 500);

        assertThat(span.isError()).isTrue();
        assertThat(span.attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(span.proto().getEventsList()).hasSize(1);
    }

    @Test
    void anUnknownPathIsNotARoute() {
        ReceivedSpan span = get("/nothing/here/4711", 404);

        assertThat(span.isError()).isFalse();
        assertThat(span.name()).doesNotContain("4711");
        assertThat(String.valueOf(span.attribute("http.route"))).doesNotContain("4711");
    }

    @Test
    void aPathParameterIsNotInTheRoute() {
        Assumptions.assumeThat(userRoute()).isNotNull();
        ReceivedSpan span = get("/users/4711", 200);

        assertThat(span.attribute("http.route")).isEqualTo(userRoute());
        assertThat(span.name()).isEqualTo("GET " + userRoute());
        receiver.received().awaitMetric(DURATION, point -> userRoute().equals(point.attribute("http.route")));
    }

    @Test
    void onlyConfiguredHeadersAreCaptured() {
        TracedRequest traced = new TracedRequest();
        send(request(traced, "/echo").header("X-Tenant", "a").header("X-Other", "b").POST(BodyPublishers.ofString("body")));
        ReceivedSpan span = served(traced);

        assertThat(span.attribute("http.request.header.x-tenant")).isEqualTo(List.of("a"));
        assertThat(span.attribute("http.response.header.x-answer")).isEqualTo(List.of("yes"));
        assertThat(span.attributes()).doesNotContainKeys("http.request.header.x-other", "http.response.header.x-never");
    }

    @Test
    void bodiesPassUnchanged() {
        String body = "grün=täglich&".repeat(5000);

        assertThat(send(request(new TracedRequest(), "/echo").POST(BodyPublishers.ofString(body))).body()).isEqualTo(body);
    }

    @Test
    void ofAHundredParallelRequestsEachHasItsOwnChild() {
        List<TracedRequest> requests = new ArrayList<>();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            TracedRequest traced = new TracedRequest();
            requests.add(traced);
            answers.add(sendAsync(request(traced, "/child?id=" + i)));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(answers.get(i).join().body()).isEqualTo("child " + i);
            assertChild(requests.get(i), i);
        }
    }

    @Test
    void aChildAfterTheAnswerKeepsItsParent() {
        TracedRequest traced = new TracedRequest();
        assertThat(send(request(traced, "/child?id=77-late")).body()).isEqualTo("child 77-late");
        ReceivedSpan child = assertChild(traced, 77);

        assertThat(child.proto().getStartTimeUnixNano()).isGreaterThan(served(traced).proto().getEndTimeUnixNano());
    }

    final ReceivedSpan assertChild(TracedRequest traced, int id) {
        ReceivedSpan server = served(traced);
        ReceivedSpan child = receiver.received().awaitSpan("child " + id + " in " + traced.traceId,
                span -> span.traceId().equals(traced.traceId) && span.kind() == SpanKind.SPAN_KIND_CLIENT);
        assertThat(child.isChildOf(server)).isTrue();
        assertThat(child.name()).isEqualToIgnoringCase("SELECT T" + id);
        assertThat(receiver.received().spans(span -> span.traceId().equals(traced.traceId)
                && span.kind() == SpanKind.SPAN_KIND_SERVER)).hasSize(1);
        return child;
    }

    @Test
    void pipelinedRequestsAreTracesOfTheirOwn() {
        List<TracedRequest> requests = new ArrayList<>();
        StringBuilder pipelined = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            TracedRequest traced = new TracedRequest();
            requests.add(traced);
            pipelined.append("POST ").append(context()).append("/echo HTTP/1.1\r\nHost: localhost\r\ntraceparent: ")
                    .append(traced.traceparent()).append(i == 9 ? "\r\nConnection: close" : "")
                    .append("\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nbody-").append(i).append("\r\n0\r\n\r\n");
        }
        String answers = RawHttp.exchange(port, pipelined.toString());

        for (int i = 0; i < 10; i++) {
            assertThat(answers).contains("body-" + i);
            assertThat(served(requests.get(i)).parentId()).isEqualTo(requests.get(i).parentId);
        }
    }

    @Test
    void aMadeUpMethodIsOther() {
        Assumptions.assumeThat(acceptsMadeUpMethods()).isTrue();
        TracedRequest traced = new TracedRequest();
        send(request(traced, "/hello").method("MADEUP", BodyPublishers.noBody()));
        ReceivedSpan span = served(traced);

        assertThat(span.attribute("http.request.method")).isEqualTo("_OTHER");
        assertThat(span.attribute("http.request.method_original")).isEqualTo("MADEUP");
        assertThat(span.name()).startsWith("HTTP");
    }

    @Test
    void outsideEveryApplicationThereIsStillOneSpan() {
        TracedRequest traced = new TracedRequest();
        int status = send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/outside/4711"))
                .header("traceparent", traced.traceparent())).statusCode();
        ReceivedSpan span = served(traced);

        assertThat(span.attribute("http.response.status_code")).isEqualTo((long) status);
        assertThat(span.name()).doesNotContain("4711");
    }

    @Test
    void aProxyInFrontIsBelieved() {
        TracedRequest traced = new TracedRequest();
        send(request(traced, "/hello").header("Forwarded", "for=\"[2001:db8::1]:4711\";proto=https;host=shop.example:8443"));
        ReceivedSpan span = served(traced);

        assertThat(span.attribute("url.scheme")).isEqualTo("https");
        assertThat(span.attribute("server.address")).isEqualTo("shop.example");
        assertThat(span.attribute("server.port")).isEqualTo(8443L);
        assertThat(span.attribute("client.address")).isEqualTo("2001:db8::1");

        TracedRequest older = new TracedRequest();
        send(request(older, "/hello").header("X-Forwarded-For", "192.0.2.1, 10.0.0.1").header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "shop.example"));
        ReceivedSpan second = served(older);

        assertThat(second.attribute("url.scheme")).isEqualTo("https");
        assertThat(second.attribute("server.port")).isEqualTo(443L);
        assertThat(second.attribute("client.address")).isEqualTo("192.0.2.1");
    }

    @Test
    void aClientThatGoesAwayIsAnError() {
        TracedRequest traced = new TracedRequest();
        RawHttp.abandon(port, "GET " + context() + "/large HTTP/1.1\r\nHost: localhost\r\ntraceparent: "
                + traced.traceparent() + "\r\n\r\n");
        ReceivedSpan span = served(traced);

        assertThat(span.isError()).isTrue();
        assertThat(span.attribute("error.type")).isNotNull();
    }

    @Test
    void aStreamOfEventsIsOneSpanToItsEnd() {
        Assumptions.assumeThat(streams()).isTrue();
        TracedRequest traced = new TracedRequest();
        assertThat(send(request(traced, "/events")).body().split("data:")).hasSize(6);
        ReceivedSpan span = served(traced);

        assertThat(span.durationNanos()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(200));
        assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
        assertThat(span.isError()).isFalse();
        assertThat(trace(traced)).hasSize(1);
    }

    @Test
    void ignoredPathsAndPreFlightsAreCountedWithoutSpans() {
        TracedRequest ignored = new TracedRequest();
        long before = receiver.received().count(DURATION);
        send(request(ignored, "/hello-ignored"));
        send(HttpRequest.newBuilder(uri("/hello?preflight")).method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://shop.example").header("Access-Control-Request-Method", "POST"));
        ReceivedSpan later = get("/hello?after", 200);

        receiver.received().awaitCount(DURATION, Map.of(), before + 3);
        Set<String> queries = new HashSet<>();
        receiver.received().spans().forEach(span -> queries.add(String.valueOf(span.attribute("url.query"))));
        assertThat(queries).contains("after").doesNotContain("preflight");
        assertThat(receiver.received().spans(span -> span.traceId().equals(ignored.traceId))).isEmpty();
        assertThat(later.isError()).isFalse();
    }

    /** Straight after the start, before anything is warm: nothing may be lost to a queue. */
    @Test
    void aBurstArrivesWhole() {
        try (OtlpReceiver own = OtlpReceiver.start();
                AppProcess fresh = application().withAgent().exportTo(own).start(arguments())) {
            int freshPort = fresh.awaitPort();
            fresh.awaitErrorLine("started for");
            ExecutorService callers = Executors.newFixedThreadPool(25);
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                String uri = "http://localhost:" + freshPort + context() + "/child?id=" + i % 100;
                answers.add(CompletableFuture.supplyAsync(
                        () -> send(HttpRequest.newBuilder(URI.create(uri))).body(), callers));
            }
            for (int i = 0; i < 500; i++) {
                assertThat(answers.get(i).join()).isEqualTo("child " + i % 100);
            }
            callers.shutdown();
            Set<String> traces = new HashSet<>();
            own.received().awaitSpans(span -> span.kind() == SpanKind.SPAN_KIND_SERVER, 500)
                    .forEach(span -> traces.add(span.traceId()));

            assertThat(traces).hasSize(500);
            own.received().awaitSpans(span -> span.name().startsWith("SELECT") && traces.contains(span.traceId()), 500);
        }
    }

    @Test
    void noRequestStaysActive() {
        get("/hello", 200);

        receiver.received().await("zero active requests", () ->
                receiver.received().value("http.server.active_requests", Map.of()) == 0
                        ? Optional.of(true) : Optional.empty());
    }
}
