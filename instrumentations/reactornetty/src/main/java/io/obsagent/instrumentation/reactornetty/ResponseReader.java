package io.obsagent.instrumentation.reactornetty;

import io.netty.handler.codec.http.HttpVersion;
import io.obsagent.telemetry.http.ClientResponseReader;
import java.util.List;
import reactor.netty.http.client.HttpClientResponse;

final class ResponseReader implements ClientResponseReader<HttpClientResponse> {
    @Override
    public int status(HttpClientResponse response) {
        return response.status().code();
    }

    @Override
    public String protocol(HttpClientResponse response) {
        HttpVersion version = response.version();
        return version == null ? null : version.text();
    }

    @Override
    public String get(HttpClientResponse response, String name) {
        List<String> values = response.responseHeaders().getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
