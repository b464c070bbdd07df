package io.obsagent.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.config.HttpSettings;
import io.obsagent.config.PropagationSettings;
import io.obsagent.config.SemconvSettings;
import io.obsagent.config.Settings;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Span;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.propagation.Propagation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpServerTelemetryTest {
    private final List<Operation> ended = new ArrayList<>();
    private final TestRequest.Reader reader = new TestRequest.Reader();
    private final TestRequest request = new TestRequest().header("host", "shop.example:8080");
    private Telemetry telemetry;

    private HttpServerTelemetry http(String... settings) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        Settings all = Settings.of(null, new HashMap<>(), environment);
        telemetry = new Telemetry(all, true, ended::add);
        return new HttpServerTelemetry(telemetry, Propagation.of(PropagationSettings.of(all)), HttpSettings.of(all),
                SemconvSettings.of(all));
    }

    private static Map<String, Object> attributes(Span span) {
        Map<String, Object> attributes = new HashMap<>();
        for (int i = 0; i < span.attributeCount(); i++) {
            attributes.put(span.attributeKey(i).name(), span.attributeValue(i));
        }
        return attributes;
    }

    private Map<String, Object> served(HttpServerTelemetry http, int status) {
        http.start(request, reader).end(status);
        return attributes(ended.get(ended.size() - 1).span());
    }

    private long counted() {
        long counted = 0;
        for (HistogramSeries series : telemetry.metrics().durations("http.server.request.duration", "").all()) {
            counted += Arrays.stream(series.counts()).sum();
        }
        return counted;
    }

    private long active() {
        return telemetry.metrics().upDownCounter("http.server.active_requests", "", "").all().stream()
                .mapToLong(series -> series.value()).sum();
    }

    @Test
    void whatIsNoRequestIsCountedAndHasNoSpan() {
        http().refused(true, 400);

        assertThat(counted()).isEqualTo(1);
        assertThat(active()).isZero();
        assertThat(ended).isEmpty();
        assertThat(telemetry.metrics().durations("http.server.request.duration", "").all()).singleElement().satisfies(series -> {
            assertThat(series.attributes().get(HttpAttributes.METHOD)).isEqualTo("_OTHER");
            assertThat(series.attributes().get(HttpAttributes.SCHEME)).isEqualTo("https");
            assertThat(series.attributes().get(HttpAttributes.STATUS_CODE)).isEqualTo(400L);
        });
    }

    @Test
    void whatIsKnownOfARequestIsRecorded() {
        request.query = "a=b&sig=secret&X-Amz-Signature=x";

        assertThat(served(http(), 200)).containsEntry("http.request.method", "GET").containsEntry("url.scheme", "http")
                .containsEntry("url.path", "/orders/4711").containsEntry("url.query", "a=b&sig=REDACTED&X-Amz-Signature=REDACTED")
                .containsEntry("server.address", "shop.example").containsEntry("server.port", 8080L)
                .containsEntry("client.address", "192.0.2.7").containsEntry("network.peer.port", 4711L)
                .containsEntry("network.protocol.version", "1.1").containsEntry("http.response.status_code", 200L)
                .doesNotContainKeys("error.type", "http.request.method_original", "http.route", "http.method");
    }

    @Test
    void theRouteOfTheControllerWins() {
        HttpServerOperation operation = http().start(request, reader);
        operation.route("/shop/*", RouteSource.MOUNT);
        operation.route("/forwarded/*", RouteSource.MOUNT);
        operation.route("/shop", "/api", "/orders/{id}", RouteSource.CONTROLLER);
        operation.route("/error", RouteSource.CONTROLLER);
        operation.route("/later/*", RouteSource.ROUTER);
        operation.end(200);

        assertThat(ended.get(0).span().name()).isEqualTo("GET /shop/api/orders/{id}");
        assertThat(attributes(ended.get(0).span())).containsEntry("http.route", "/shop/api/orders/{id}");
    }

    @Test
    void theLastRouterWins() {
        HttpServerOperation operation = http().start(request, reader);
        operation.route("/api/*", RouteSource.ROUTER);
        operation.route("/api/orders/:id", RouteSource.ROUTER);
        operation.end(200);

        assertThat(ended.get(0).span().name()).isEqualTo("GET /api/orders/:id");
    }

    @ParameterizedTest
    @CsvSource({"199,false", "200,false", "302,false", "404,false", "499,false", "500,true", "503,true", "0,true"})
    void onlyServerErrorsAndNoResponseAreErrors(int status, boolean error) {
        Map<String, Object> attributes = served(http(), status);

        assertThat(ended.get(0).span().error()).isEqualTo(error);
        assertThat(attributes.containsKey("error.type")).isEqualTo(error);
        if (status >= 500) {
            assertThat(attributes).containsEntry("error.type", Integer.toString(status));
        }
    }

    @Test
    void whatWasThrownIsTheErrorTypeUnlessItWasCaught() {
        HttpServerTelemetry http = http();
        HttpServerOperation failing = http.start(request, reader);
        failing.thrown(new IOException("inner"));
        failing.escaped(new IllegalStateException("outer"));
        failing.end(200);
        HttpServerOperation caught = http.start(request, reader);
        caught.thrown(new IOException("inner"));
        caught.thrown(null);
        caught.end(200);
        HttpServerOperation refused = http.start(request, reader);
        refused.thrown(new IOException("malformed"));
        refused.end(400);

        assertThat(attributes(ended.get(0).span())).containsEntry("error.type", "java.io.IOException");
        assertThat(ended.get(0).span().eventCount()).isEqualTo(1);
        assertThat(ended.get(1).span().error()).isFalse();
        assertThat(ended.get(2).span().error()).isFalse();
    }

    @Test
    void whatAFrameworkAnswersIsTheErrorTypeOfAServerErrorOnly() {
        HttpServerTelemetry http = http();
        HttpServerOperation failing = http.start(request, reader);
        failing.answered(new IOException("answered"));
        failing.thrown(null);
        failing.end(500);
        HttpServerOperation recovered = http.start(request, reader);
        recovered.answered(new IOException("answered"));
        recovered.end(200);

        assertThat(attributes(ended.get(0).span())).containsEntry("error.type", "java.io.IOException");
        assertThat(ended.get(0).span().eventCount()).isEqualTo(1);
        assertThat(ended.get(1).span().error()).isFalse();
        assertThat(ended.get(1).span().eventCount()).isZero();
    }

    @Test
    void itEndsOnceAndIsActiveUntilThen() {
        HttpServerOperation operation = http().start(request, reader);

        assertThat(active()).isEqualTo(1);
        assertThat(operation.end(200)).isTrue();
        assertThat(operation.end(500)).isFalse();
        assertThat(active()).isZero();
        assertThat(counted()).isEqualTo(1);
        assertThat(ended).hasSize(1);
    }

    @Test
    void aMadeUpMethodDoesNotBecomeALabel() {
        request.method = "get";

        assertThat(served(http(), 200)).containsEntry("http.request.method", "_OTHER")
                .containsEntry("http.request.method_original", "get");
        assertThat(ended.get(0).span().name()).isEqualTo("HTTP");
    }

    @Test
    void aHeaderCannotInventASchemeForTheSeries() {
        request.header("x-forwarded-proto", "made-up");
        assertThat(served(http(), 200)).containsEntry("url.scheme", "http");

        request.header("x-forwarded-proto", "HTTPS");
        assertThat(served(http(), 200)).containsEntry("url.scheme", "https");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "for=192.0.2.60;proto=http;by=203.0.113.43 | 192.0.2.60",
        "For=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe::17",
        "for=192.0.2.43, for=198.51.100.17 | 192.0.2.43",
        "proto=https, for=192.0.2.43 | 192.0.2.43",
        "for=\"unclosed | \"unclosed",
        "nonsense | 192.0.2.7",
        "for= | 192.0.2.7",
        "=;=;,, | 192.0.2.7",
    })
    void theClientIsWhoTheProxySays(String forwarded, String client) {
        request.header("forwarded", forwarded);

        assertThat(served(http(), 200)).containsEntry("client.address", client);
    }

    @ParameterizedTest
    @CsvSource({"shop.example,shop.example,80", "shop.example:81,shop.example,81", "[::1]:81,::1,81", "::1,::1,80",
        "shop.example:,shop.example,80", "shop.example:99999,shop.example,80", "[::1,[::1,80", ":81,'',81"})
    void anyHostHeaderIsTakenApart(String host, String address, long port) {
        request.header("host", host);

        assertThat(served(http(), 200)).containsEntry("server.address", address).containsEntry("server.port", port);
    }

    @ParameterizedTest
    @CsvSource({"/health,/health,true", "/health,/healthy,false", "/actuator/*,/actuator/health,true", "*.css,/a/b.css,true",
        "*.css,/a/b.cs,false", "'/a,/b*',/bc,true"})
    void ignoredRequestsAreCountedWithoutASpan(String rules, String path, boolean ignored) {
        request.path = path;
        HttpServerTelemetry http = http("OBS_HTTP_IGNORE", rules, "OTEL_TRACES_SAMPLER", "always_on");
        http.start(request, reader).end(200);

        assertThat(ended.isEmpty()).isEqualTo(ignored);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void aPreFlightIsNoRootButPartOfATraceThatExists() {
        request.method = "OPTIONS";
        request.header("access-control-request-method", "PUT");
        HttpServerTelemetry http = http();
        http.start(request, reader).end(204);
        assertThat(ended).isEmpty();

        request.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        http.start(request, reader).end(204);
        assertThat(ended).hasSize(1);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void whatIsNoRequestIsCountedWithoutASpan() {
        request.method = null;
        http().start(request, reader).end(400);

        assertThat(ended).isEmpty();
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void onlyListedHeadersAreCaptured() {
        request.header("x-tenant", "a,b").header("cookie", "secret");
        HttpServerTelemetry http = http("OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_REQUEST_HEADERS", "X-Tenant,X-Absent",
                "OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_RESPONSE_HEADERS", "X-Answer");
        http.start(request, reader).end(200, "response", (response, name) -> name.equals("x-answer") ? "yes" : null);
        Map<String, Object> attributes = attributes(ended.get(0).span());

        assertThat((String[]) attributes.get("http.request.header.x-tenant")).containsExactly("a,b");
        assertThat((String[]) attributes.get("http.response.header.x-answer")).containsExactly("yes");
        assertThat(attributes).doesNotContainKeys("http.request.header.cookie", "http.request.header.x-absent");
    }

    @Test
    void oldNamesStandBesideTheNewOnesWhenAskedFor() {
        request.query = "a=b";

        assertThat(served(http("OTEL_SEMCONV_STABILITY_OPT_IN", "http/dup"), 200)).containsEntry("http.method", "GET")
                .containsEntry("http.target", "/orders/4711?a=b").containsEntry("http.status_code", 200L)
                .containsEntry("http.scheme", "http").containsEntry("net.host.port", 8080L)
                .containsEntry("http.request.method", "GET");
    }

    @Test
    void theServerTimingHeaderIsAnOption() {
        assertThat(http().start(request, reader).serverTiming()).isNull();

        HttpServerOperation named = http("OBS_HTTP_SERVER_TIMING", "true").start(request, reader);
        assertThat(named.serverTiming()).isEqualTo("traceparent;desc=\"" + Propagation.traceparent(named.operation()) + "\"");
    }

    @Test
    void aThreadGetsItsContextBack() {
        HttpServerTelemetry http = http();
        HttpServerOperation operation = http.start(request, reader);
        assertThat(http.current()).isNull();
        operation.attach();
        assertThat(http.current()).isSameAs(operation);
        operation.detach();

        HttpServerOperation other = http.start(request, reader);
        Resumed outer = other.resume();
        Resumed inner = operation.resume();
        assertThat(http.current()).isSameAs(operation);
        inner.close();
        assertThat(http.current()).isSameAs(other);
        outer.close();
        assertThat(http.current()).isNull();
    }
}
