package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * A server with an application on it, in a JVM with the agent: how it is started, what it cannot do, and the requests that
 * tests send to it. One for all tests of a version.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedApplication {
    OtlpReceiver receiver;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private AppProcess app;
    int port;

    /** The application, ready to be started but for the agent. */
    abstract JavaApp application();

    /** What stands before every path. */
    String context() {
        return "";
    }

    /** The route of {@code /users/{id}}; null for a server that knows no routes. */
    abstract String userRoute();

    /** Whether the server answers 500 when its application throws, instead of dropping the connection. */
    boolean answersExceptions() {
        return true;
    }

    /** Whether a made-up method reaches the application or an error of the server. */
    boolean acceptsMadeUpMethods() {
        return true;
    }

    /** Whether the application has a stream of server-sent events. */
    boolean streams() {
        return false;
    }

    @BeforeParameterizedClassInvocation
    void start() {
        receiver = OtlpReceiver.start();
        app = application().withAgent().exportTo(receiver)
                .env("OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_REQUEST_HEADERS", "X-Tenant")
                .env("OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_RESPONSE_HEADERS", "X-Answer,X-Never")
                .env("OTEL_INSTRUMENTATION_SERVLET_EXPERIMENTAL_CAPTURE_REQUEST_PARAMETERS", "name,absent")
                .env("OBS_HTTP_IGNORE", context() + "/hello-ignored*")
                .start(arguments());
        port = app.awaitPort();
    }

    String[] arguments() {
        return new String[0];
    }

    @AfterParameterizedClassInvocation
    void stop() {
        app.expectCalmAgent();
        app.terminate().awaitExit(); // in order, so that the last values are exported and agree with the spans
        app.close();
        receiver.close();
    }

    final URI uri(String pathAndQuery) {
        return URI.create("http://localhost:" + port + context() + pathAndQuery);
    }

    final HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    final CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    final HttpRequest.Builder request(TracedRequest traced, String pathAndQuery) {
        return HttpRequest.newBuilder(uri(pathAndQuery)).header("traceparent", traced.traceparent());
    }

    /** The server span of a request, once it has arrived. */
    final ReceivedSpan served(TracedRequest traced) {
        return receiver.received().awaitSpan("server span of " + traced.traceId,
                span -> span.traceId().equals(traced.traceId) && span.kind() == SpanKind.SPAN_KIND_SERVER);
    }

    /** Sends one GET and returns its server span. */
    final ReceivedSpan get(String pathAndQuery, int expectedStatus) {
        TracedRequest traced = new TracedRequest();
        assertThat(send(request(traced, pathAndQuery)).statusCode()).isEqualTo(expectedStatus);
        return served(traced);
    }

    /** Every span of a trace, after the server span has arrived. */
    final List<ReceivedSpan> trace(TracedRequest traced) {
        served(traced);
        return receiver.received().spans(span -> span.traceId().equals(traced.traceId));
    }
}
