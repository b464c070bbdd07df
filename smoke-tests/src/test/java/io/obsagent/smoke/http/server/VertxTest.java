package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Vert.x over HTTP/1.1, by the codec it takes from Netty. */
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
        CompletableFuture<String> echoed = new CompletableFuture<>();
        WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder().header("traceparent", traced.traceparent())
                .buildAsync(URI.create("ws://localhost:" + port + "/socket"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        echoed.complete(text.toString());
                        return null;
                    }
                }).join();
        ReceivedSpan span = served(traced);
        socket.sendText("hello", true).join();

        assertThat(echoed.join()).isEqualTo("hello");
        socket.abort();
        assertThat(span.attribute("http.response.status_code")).isEqualTo(101L);
        assertThat(span.isError()).isFalse();
        assertThat(trace(traced)).hasSize(1);
    }
}
