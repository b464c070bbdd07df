package io.obsagent.smoke.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.harness.Ports;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** What every HTTP client must give: one client span and one RED record a logical call, and an unchanged answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpClientContract {
    static final String TOMCAT = "org.apache.tomcat.embed:tomcat-embed-core:9.0.121";
    private static final String DURATION = "http.client.request.duration";

    @TempDir
    static Path folder;

    OtlpReceiver receiver;
    Target target;
    private SecureTarget secure;
    private AppProcess app;
    private int port;

    /** What is on the application's class path beside its own code. */
    abstract Library library();

    /** The folder below {@code src/apps/http-client} that drives the library. */
    abstract String driver();

    /** Whether the library has callbacks. */
    boolean hasCallbacks() {
        return true;
    }

    /** Whether a call can be cancelled, in a callback or from another thread. */
    boolean cancels() {
        return true;
    }

    /** Whether the library lets the agent count how often a request was repeated. */
    boolean countsRepetitions() {
        return true;
    }

    /** Whether the library follows redirects by itself. */
    boolean followsRedirects() {
        return true;
    }

    /** Whether the library takes a URL with credentials. */
    boolean takesCredentials() {
        return true;
    }

    /** What the library speaks over TLS when the other side can do everything; null where its client is without TLS. */
    String secureProtocol() {
        return "1.1";
    }

    /** On which answers the library repeats a request by itself: {@code busy} (503), {@code challenge} (401). */
    Set<String> repeatsOn() {
        return Set.of();
    }

    List<Path> classPath() {
        return AppSources.compile(11, library(), "http-client/common", "http-client/" + driver());
    }

    JavaApp application() {
        return JavaApp.of("Front", classPath())
                .property("javax.net.ssl.trustStore", ServerKey.STORE.toString())
                .property("javax.net.ssl.trustStorePassword", ServerKey.PASSWORD);
    }

    @BeforeParameterizedClassInvocation
    void start() {
        receiver = OtlpReceiver.start();
        target = new Target();
        secure = new SecureTarget(folder);
        app = application().withAgent().exportTo(receiver)
                .env("OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_REQUEST_HEADERS", "X-Tenant")
                .env("OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_RESPONSE_HEADERS", "X-Answer,X-Never")
                .start(folder.toString());
        port = app.awaitPort();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.expectCalmAgent();
        app.close();
        target.close();
        secure.close();
        receiver.close();
    }

    final int port() {
        return port;
    }

    final String url(String path) {
        return "http://localhost:" + target.port() + path;
    }

    private ReceivedSpan server(Trigger trigger) {
        return receiver.received().awaitSpan("server span of " + trigger.traceId,
                span -> span.traceId().equals(trigger.traceId) && span.kind() == SpanKind.SPAN_KIND_SERVER);
    }

    /** The client spans of a trigger, once its server span and as many of them have arrived. */
    private List<ReceivedSpan> clients(Trigger trigger, int count) {
        server(trigger);
        return receiver.received().awaitSpans(
                span -> span.traceId().equals(trigger.traceId) && span.kind() == SpanKind.SPAN_KIND_CLIENT, count);
    }

    /** The one client span of a trigger. */
    final ReceivedSpan client(Trigger trigger) {
        List<ReceivedSpan> clients = clients(trigger, 1);
        assertThat(clients).hasSize(1);
        return clients.get(0);
    }

    static Trigger get(String url) {
        return Trigger.of("send", "GET", url);
    }

    /** Every request for the path carried exactly one traceparent, naming this span. */
    private void assertInjected(ReceivedSpan span, String path) {
        assertThat(target.headers(path, "Traceparent")).isNotEmpty()
                .allSatisfy(values -> assertThat(values)
                        .containsExactly("00-" + span.traceId() + "-" + span.spanId() + "-01"));
    }

    @Test
    void aCallIsAChildOfTheRequestItServes() {
        Trigger trigger = get(url("/plain/call?q=1&sig=secret"));
        assertThat(trigger.pull(port)).isEqualTo("200 /plain/call");
        ReceivedSpan span = client(trigger);

        assertThat(span.isChildOf(server(trigger))).isTrue();
        assertThat(span.name()).isEqualTo("GET /plain/call");
        assertThat(span.attribute("url.full")).isEqualTo(url("/plain/call?q=1&sig=REDACTED"));
        assertThat(span.attribute("server.address")).isEqualTo("localhost");
        assertThat(span.attribute("server.port")).isEqualTo((long) target.port());
        assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
        assertThat(span.attribute("network.protocol.version")).isEqualTo("1.1");
        assertThat(span.attribute("network.peer.address")).isEqualTo("127.0.0.1");
        assertThat(span.attribute("network.peer.port")).isEqualTo((long) target.port());
        assertThat(span.isError()).isFalse();
        assertInjected(span, "/plain/call");
    }

    @Test
    void bodiesPassUnchanged() {
        for (String method : List.of("PUT", "POST")) {
            String body = "grün=täglich&" + method;
            Trigger trigger = Trigger.of("send", method, url("/body/" + method)).with("body", body);
            assertThat(trigger.pull(port)).isEqualTo("200 " + body);
            ReceivedSpan span = client(trigger);

            assertThat(span.attribute("http.request.method")).isEqualTo(method);
            assertThat(span.isChildOf(server(trigger))).isTrue();
            assertInjected(span, "/body/" + method);
        }
    }

    @Test
    void anUnsampledRequestGivesNoSpanAndSaysSo() {
        Trigger unsampled = get(url("/unsampled")).unsampled();
        assertThat(unsampled.pull(port)).isEqualTo("200 /unsampled");
        Trigger later = get(url("/after-unsampled"));
        later.pull(port);
        client(later);

        assertThat(target.headers("/unsampled", "Traceparent")).hasSize(1)
                .allSatisfy(values -> assertThat(values).singleElement().asString()
                        .startsWith("00-" + unsampled.traceId).endsWith("-00"));
        assertThat(receiver.received().spans(span -> span.traceId().equals(unsampled.traceId))).isEmpty();
    }

    @Test
    void aCallbackSeesTheContextOfTheCaller() {
        Assumptions.assumeThat(hasCallbacks()).isTrue();
        Trigger trigger = Trigger.of("callback", "GET", url("/callback/first")).with("next", url("/callback/next"));
        assertThat(trigger.pull(port)).isEqualTo("200 /callback/first then /callback/next");

        assertThat(clients(trigger, 2)).hasSize(2)
                .allSatisfy(span -> assertThat(span.isChildOf(server(trigger))).isTrue());
    }

    @Test
    void aFailureInACallbackIsTheError() {
        Assumptions.assumeThat(hasCallbacks()).isTrue();
        Trigger trigger = Trigger.of("callback", "GET", "http://localhost:" + Ports.free() + "/")
                .with("next", url("/next"));
        assertThat(trigger.pull(port)).startsWith("thrown ").endsWith(" then /next");

        ReceivedSpan failed = clients(trigger, 2).stream().filter(ReceivedSpan::isError).findFirst().orElseThrow();
        assertThat(failed.attribute("error.type")).asString().contains("Exception");
        assertThat(failed.isChildOf(server(trigger))).isTrue();
    }

    @Test
    void redirectsArePartOfTheCall() {
        Assumptions.assumeThat(followsRedirects()).isTrue();
        for (int redirects = 1; redirects <= 2; redirects++) {
            Trigger trigger = get(url("/redirect/r" + redirects + "/" + redirects));
            assertThat(trigger.pull(port)).isEqualTo("200 arrived");
            ReceivedSpan span = client(trigger);

            assertThat(span.attribute("url.full")).isEqualTo(url("/redirect/r" + redirects + "/" + redirects));
            assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
            if (countsRepetitions()) {
                assertThat(span.attribute("http.request.resend_count")).isEqualTo((long) redirects);
            }
            for (int hop = redirects; hop >= 0; hop--) {
                assertInjected(span, "/redirect/r" + redirects + "/" + hop);
            }
        }
    }

    @Test
    void aCallOverTlsIsToldAsOne() {
        Assumptions.assumeThat(secureProtocol()).isNotNull();
        String url = "https://localhost:" + secure.port() + "/secure";
        Trigger trigger = get(url);
        assertThat(trigger.pull(port)).startsWith("200 HTTP/" + secureProtocol());
        ReceivedSpan span = client(trigger);

        assertThat(span.attribute("url.full")).isEqualTo(url);
        assertThat(span.attribute("server.port")).isEqualTo((long) secure.port());
        assertThat(span.attribute("network.protocol.version")).isEqualTo(secureProtocol());
        assertThat(span.isChildOf(server(trigger))).isTrue();
        assertThat(secure.traceparents("/secure"))
                .containsExactly("00-" + span.traceId() + "-" + span.spanId() + "-01");
        receiver.received().awaitMetric(DURATION,
                point -> secureProtocol().equals(point.attribute("network.protocol.version"))
                        && Long.valueOf(secure.port()).equals(point.attribute("server.port")));
    }

    @Test
    void whatTheLibraryRepeatsIsOneCall() {
        for (String answer : List.of("busy", "challenge")) {
            boolean repeated = repeatsOn().contains(answer);
            Trigger trigger = get(url("/" + answer + "/once/more"));
            assertThat(trigger.pull(port)).isEqualTo((repeated ? 200 : answer.equals("busy") ? 503 : 401) + " " + answer);
            ReceivedSpan span = client(trigger);

            assertThat(span.isError()).isEqualTo(!repeated);
            assertInjected(span, "/" + answer + "/once/more");
            assertThat(target.headers("/" + answer + "/once/more", "Traceparent")).hasSize(repeated ? 2 : 1);
            if (countsRepetitions()) {
                assertThat(span.attribute("http.request.resend_count")).isEqualTo(repeated ? 1L : null);
            }
        }
    }

    @Test
    void aRequestThatTakesNoHeadersIsSentAsItIs() {
        Trigger trigger = Trigger.of("fixed", "GET", url("/fixed"));
        assertThat(trigger.pull(port)).isEqualTo("200 /fixed");

        assertThat(client(trigger).isChildOf(server(trigger))).isTrue();
        assertThat(target.headers("/fixed", "X-Tenant")).containsExactly(List.of("fixed"));
    }

    @Test
    void aLoopOfRedirectsIsOneSpan() {
        Trigger trigger = get(url("/loop/here"));
        String result = trigger.pull(port);
        ReceivedSpan span = client(trigger);

        if (result.startsWith("thrown")) {
            assertThat(span.isError()).isTrue();
            assertThat(span.attribute("error.type")).isNotNull();
        } else {
            assertThat(result).startsWith("302");
            assertThat(span.attribute("http.response.status_code")).isEqualTo(302L);
        }
    }

    @Test
    void errorsOfTheOtherSideAreErrors() {
        for (int status : new int[] {404, 500}) {
            Trigger trigger = get(url("/status/" + status));
            assertThat(trigger.pull(port)).isEqualTo(status + " /status/" + status);
            ReceivedSpan span = client(trigger);

            assertThat(span.isError()).isTrue();
            assertThat(span.attribute("error.type")).isEqualTo(Integer.toString(status));
            assertThat(span.attribute("http.response.status_code")).isEqualTo((long) status);
            receiver.received().awaitMetric(DURATION,
                    point -> Integer.toString(status).equals(point.attribute("error.type")));
        }
    }

    @Test
    void aRequestSentTwiceIsTwoCalls() {
        Trigger trigger = Trigger.of("twice", "GET", url("/twice"));
        assertThat(trigger.pull(port)).isEqualTo("[200 /twice, 200 /twice]");
        List<ReceivedSpan> spans = clients(trigger, 2);

        assertThat(spans).hasSize(2);
        assertThat(target.headers("/twice", "Traceparent")).hasSize(2)
                .allSatisfy(values -> assertThat(values).hasSize(1))
                .extracting(values -> values.get(0).substring(36, 52))
                .containsExactlyInAnyOrderElementsOf(spans.stream().map(ReceivedSpan::spanId).toList());
    }

    @Test
    void headersOfAnotherTraceAreReplaced() {
        Trigger trigger = get(url("/replaced"))
                .with("header", "traceparent:00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01");
        assertThat(trigger.pull(port)).isEqualTo("200 /replaced");

        assertInjected(client(trigger), "/replaced");
    }

    @Test
    void onlyConfiguredHeadersAreCaptured() {
        Trigger trigger = get(url("/captured")).with("header", "X-Tenant:a").with("header", "X-Other:b");
        trigger.pull(port);
        ReceivedSpan span = client(trigger);

        assertThat(span.attribute("http.request.header.x-tenant")).isEqualTo(List.of("a"));
        assertThat(span.attribute("http.response.header.x-answer")).isEqualTo(List.of("yes"));
        assertThat(span.attributes()).doesNotContainKeys("http.request.header.x-other", "http.response.header.x-never");
    }

    @Test
    void whatCannotBeReachedIsAnError() {
        assertFailed(get("http://localhost:" + Ports.free() + "/refused"));
        assertFailed(get("http://no-such-host.invalid/"));
        try (RudePort rude = new RudePort()) {
            assertFailed(get("https://localhost:" + rude.port() + "/no-tls"));
        }
    }

    /** Some libraries take what is no status line for an error or call it status 0, the JDK's oldest for a page of HTTP 0.9. */
    @Test
    void anAnswerThatIsNoHttpIsCounted() {
        try (RudePort rude = new RudePort()) {
            Trigger trigger = get("http://localhost:" + rude.port() + "/no-http");
            String result = trigger.pull(port);
            ReceivedSpan span = client(trigger);

            assertThat(result.startsWith("thrown ") || result.startsWith("0 ") || !span.isError()).as(result).isTrue();
            assertThat(span.attribute("http.response.status_code")).isNull();
            receiver.received().awaitMetric(DURATION,
                    point -> Long.valueOf(rude.port()).equals(point.attribute("server.port")) && point.count() >= 1);
        }
    }

    @Test
    void aConnectionThatIsNeverAcceptedIsAnError() {
        try (DeafPort deaf = new DeafPort()) {
            assertFailed(Trigger.of("hasty", "GET", "http://localhost:" + deaf.port() + "/deaf"));
        }
    }

    @Test
    void aTimeoutIsAnErrorAndTheNextCallIsClean() {
        assertFailed(Trigger.of("hasty", "GET", url("/never/timeout")));
        Trigger next = Trigger.of("hasty", "GET", url("/after-timeout"));
        next.pull(port);

        assertThat(client(next).isChildOf(server(next))).isTrue();
    }

    private void assertFailed(Trigger trigger) {
        assertThat(trigger.pull(port)).startsWith("thrown ");
        ReceivedSpan span = client(trigger);

        assertThat(span.isError()).isTrue();
        assertThat(span.attribute("error.type")).asString().contains("Exception");
        assertThat(span.attribute("http.response.status_code")).isNull();
        assertThat(span.isChildOf(server(trigger))).isTrue();
        receiver.received().awaitMetric(DURATION,
                point -> span.attribute("error.type").equals(point.attribute("error.type")));
    }

    @Test
    void aCancelledCallIsNoError() {
        Assumptions.assumeThat(cancels()).isTrue();
        String url = url("/never/cancelled");
        assertThat(Trigger.of("cancel", "GET", url).pull(port)).isEqualTo("cancelled");
        ReceivedSpan span = receiver.received().awaitSpan("the cancelled call",
                each -> url.equals(each.attribute("url.full")));

        assertThat(span.isError()).isFalse();
        assertThat(span.attribute("error.type")).isNull();
    }

    @Test
    void credentialsAreNotRecorded() {
        Assumptions.assumeThat(takesCredentials()).isTrue();
        Trigger trigger = get("http://bob:secret@localhost:" + target.port() + "/credentials");
        assertThat(trigger.pull(port)).isEqualTo("200 /credentials");

        assertThat(client(trigger).attributes().toString()).doesNotContain("secret").doesNotContain("bob");
    }

    @Test
    void aBodyThatNobodyReadsLosesNoSpan() {
        Trigger trigger = Trigger.of("unread", "GET", url("/large/unread"));
        assertThat(trigger.pull(port)).isEqualTo("200 ");

        assertThat(client(trigger).attribute("http.response.status_code")).isEqualTo(200L);
    }

    @Test
    void identifiersAreNotInNames() {
        Trigger trigger = get(url("/users/4711/orders/6f1c2d3e-aaaa-bbbb-cccc-0123456789ab"));
        trigger.pull(port);

        assertThat(client(trigger).name()).isEqualTo("GET /users/{id}/orders/{id}");
    }

    @Test
    void ofManyParallelCallsEachHasItsOwnParent() {
        List<Trigger> triggers = new ArrayList<>();
        List<CompletableFuture<String>> results = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            triggers.add(get(url("/parallel/" + i)));
            results.add(triggers.get(i).pullAsync(port));
        }
        for (int i = 0; i < triggers.size(); i++) {
            assertThat(results.get(i).join()).isEqualTo("200 /parallel/" + i);
            ReceivedSpan span = client(triggers.get(i));
            assertThat(span.isChildOf(server(triggers.get(i)))).isTrue();
            assertInjected(span, "/parallel/" + i);
        }
    }

    @Test
    void everyCallIsCounted() {
        long before = receiver.received().count(DURATION, Map.of("server.port", (long) target.port()));
        for (int i = 0; i < 5; i++) {
            get(url("/counted")).unsampled().pull(port);
        }
        receiver.received().awaitCount(DURATION, Map.of("server.port", (long) target.port()), before + 5);
    }

    @Test
    void answersAreTheSameWithoutTheAgent() {
        try (AppProcess bare = application().start(folder.toString())) {
            int barePort = bare.awaitPort();
            for (String path : List.of("/same", "/status/204", "/status/404", "/status/503", "/redirect/same/2",
                    "/loop/same", "/large/same", "/challenge/same/more")) {
                assertThat(get(url(path)).pull(port)).as(path).isEqualTo(get(url(path)).pull(barePort));
            }
            assertThat(get(url("/busy/with")).pull(port)).isEqualTo(get(url("/busy/without")).pull(barePort));
            for (String path : List.of("/elsewhere/same", "/authorized/same")) {
                assertThat(authorized(path).pull(port)).as(path).isEqualTo(authorized(path).pull(barePort));
            }
            String body = "x".repeat(100_000);
            assertThat(Trigger.of("send", "POST", url("/same")).with("body", body).pull(port))
                    .isEqualTo(Trigger.of("send", "POST", url("/same")).with("body", body).pull(barePort));
            String secured = "https://localhost:" + secure.port() + "/same";
            assertThat(get(secured).pull(port)).isEqualTo(get(secured).pull(barePort));
            for (String url : List.of("http://localhost:1/", "http://", "http:///nowhere", "http://local host/", "http://[::1/",
                    "http://localhost:123456/", "none://localhost/", "relative", "http://localhost:-2/a b?c=%zz")) {
                assertThat(get(url).pull(port)).as(url).isEqualTo(get(url).pull(barePort));
            }
        }
    }

    /** A redirect to another host must not carry credentials there that it did not carry before, or fewer. */
    private Trigger authorized(String path) {
        return get(url(path)).with("header", "Authorization:Bearer token");
    }

    static Library tomcatOnly() {
        return Libraries.resolve(TOMCAT);
    }
}
