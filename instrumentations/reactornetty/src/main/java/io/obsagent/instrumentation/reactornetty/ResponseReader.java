package io.obsagent.instrumentation.reactornetty;

import io.netty.handler.codec.http.HttpVersion;
import io.obsagent.telemetry.http.ClientResponseReader;
import java.util.List;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

final class ResponseReader implements ClientResponseReader<HttpClientResponse> {
    @Override
    public int status(HttpClientResponse response) {
        return response.status().code();
    }

    /** A stream of HTTP/2 is a channel of its own, whose messages are translated and claim to be HTTP/1.1. */
    @Override
    public String protocol(HttpClientResponse response) {
        HttpVersion version = response.version();
        if (version == null) {
            return null;
        }
        boolean translated = version.majorVersion() == 1 && ((Connection) response).channel().parent() != null;
        return translated ? "2" : version.text();
    }

    @Override
    public String get(HttpClientResponse response, String name) {
        List<String> values = response.responseHeaders().getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
