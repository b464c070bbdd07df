package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.http.ClientResponseReader;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;

final class ResponseReader implements ClientResponseReader<HttpClientResponse> {
    private final Headers headers = new Headers();

    @Override
    public int status(HttpClientResponse response) {
        return response.statusCode();
    }

    @Override
    public String protocol(HttpClientResponse response) {
        HttpVersion version = response.version();
        return version == null ? null : version.name();
    }

    @Override
    public String get(HttpClientResponse response, String name) {
        return headers.get(response.headers(), name);
    }
}
