package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.ClientRequestReader;
import java.net.http.HttpRequest;
import java.util.List;

final class RequestReader implements ClientRequestReader<HttpRequest> {
    @Override
    public String method(HttpRequest request) {
        return request.method();
    }

    @Override
    public String scheme(HttpRequest request) {
        return request.uri().getScheme();
    }

    @Override
    public String host(HttpRequest request) {
        return request.uri().getHost();
    }

    @Override
    public int port(HttpRequest request) {
        return request.uri().getPort();
    }

    @Override
    public String url(HttpRequest request) {
        return request.uri().toString();
    }

    @Override
    public String get(HttpRequest request, String name) {
        List<String> values = request.headers().allValues(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
