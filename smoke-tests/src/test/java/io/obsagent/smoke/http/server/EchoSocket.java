package io.obsagent.smoke.http.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A WebSocket to a server that sends back what it is sent. */
final class EchoSocket implements AutoCloseable {
    private final CompletableFuture<String> echoed = new CompletableFuture<>();
    private final WebSocket socket;

    /** Returns when the handshake is over. */
    EchoSocket(int port, String path, TracedRequest traced) {
        socket = HttpClient.newHttpClient().newWebSocketBuilder().header("traceparent", traced.traceparent())
                .buildAsync(URI.create("ws://localhost:" + port + path), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        echoed.complete(text.toString());
                        return null;
                    }
                }).join();
    }

    String echo(String text) {
        socket.sendText(text, true).join();
        return echoed.join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
