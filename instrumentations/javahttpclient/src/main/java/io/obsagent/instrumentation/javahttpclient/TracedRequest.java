package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.propagation.Setter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** The application's request, which is immutable, with the headers of the trace instead of its own. */
final class TracedRequest extends HttpRequest implements Setter<Map<String, List<String>>> {
    private static final BiPredicate<String, String> ALL = (name, value) -> true;

    private final HttpRequest original;
    private final HttpHeaders headers;

    TracedRequest(HttpRequest original, HttpClientOperation operation) {
        this.original = original;
        TreeMap<String, List<String>> traced = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        traced.putAll(original.headers().map());
        operation.inject(traced, this);
        this.headers = HttpHeaders.of(traced, ALL);
    }

    @Override
    public void set(Map<String, List<String>> target, String name, String value) {
        target.put(name, List.of(value));
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        return original.bodyPublisher();
    }

    @Override
    public String method() {
        return original.method();
    }

    @Override
    public Optional<Duration> timeout() {
        return original.timeout();
    }

    @Override
    public boolean expectContinue() {
        return original.expectContinue();
    }

    @Override
    public URI uri() {
        return original.uri();
    }

    @Override
    public Optional<HttpClient.Version> version() {
        return original.version();
    }

    @Override
    public String toString() {
        return original.toString();
    }
}
