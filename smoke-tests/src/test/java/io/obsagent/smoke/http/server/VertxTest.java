package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Vert.x over HTTP/1.1, by the codec it takes from Netty, and over HTTP/2, by the frames it reads and writes. */
@LibraryVersions(name = "Vert.x", artifact = "io.vertx:vertx-core", versions = {"4.0.0", "4.5.32", "5.1.6"},
        with = "com.h2database:h2:2.2.224")
class VertxTest extends TraceContextContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        return JavaApp.of("VertxServer", AppSources.compile(library, "http-server/common", "http-server/vertx"));
    }

    @Override
    String userRoute() {
        return null;
    }

    @Override
    boolean streams() {
        return true;
    }

    /** Vert.x core logs what a handler throws and leaves the request alone. */
    @Override
    boolean answersExceptions() {
        return false;
    }

    /** What follows the handshake is no request any more: the span ends with it, while the socket is open. */
    @Test
    void theUpgradeToAWebSocketEndsTheSpan() {
        TracedRequest traced = new TracedRequest();
        try (EchoSocket socket = new EchoSocket(port, "/socket", traced)) {
            ReceivedSpan span = served(traced);

            assertThat(socket.echo("hello")).isEqualTo("hello");
            assertThat(span.attribute("http.response.status_code")).isEqualTo(101L);
            assertThat(span.isError()).isFalse();
            assertThat(trace(traced)).hasSize(1);
        }
    }

    /** The first request asks for the upgrade and is of HTTP/1.1; then come one with a body and a hundred at once. */
    @Test
    void requestsOverHttp2AreOfThatVersion() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        client.send(request(new TracedRequest(), "/hello").build(), BodyHandlers.ofString());
        TracedRequest traced = new TracedRequest();
        HttpResponse<String> response = client.send(request(traced, "/echo?a=b").header("X-Tenant", "a")
                .POST(BodyPublishers.ofString("body")).build(), BodyHandlers.ofString());
        ReceivedSpan span = served(traced);

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).isEqualTo("body");
        assertThat(span.attribute("network.protocol.version")).isEqualTo("2");
        assertThat(span.attribute("http.response.status_code")).isEqualTo(200L);
        assertThat(span.attribute("url.path")).isEqualTo("/echo");
        assertThat(span.attribute("url.query")).isEqualTo("a=b");
        assertThat(span.attribute("server.port")).isEqualTo((long) port);
        assertThat(span.attribute("http.request.header.x-tenant")).isEqualTo(List.of("a"));
        assertThat(span.attribute("http.response.header.x-answer")).isEqualTo(List.of("yes"));
        assertThat(span.isError()).isFalse();

        List<TracedRequest> requests = new ArrayList<>();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            requests.add(new TracedRequest());
            answers.add(client.sendAsync(request(requests.get(i), "/child?id=" + i).build(), BodyHandlers.ofString()));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(answers.get(i).join().body()).isEqualTo("child " + i);
            assertChild(requests.get(i), i);
        }
    }
}
