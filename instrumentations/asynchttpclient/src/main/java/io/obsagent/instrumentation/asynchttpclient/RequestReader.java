package io.obsagent.instrumentation.asynchttpclient;

import io.obsagent.telemetry.http.ClientRequestReader;
import java.util.List;
import org.asynchttpclient.Request;

final class RequestReader implements ClientRequestReader<Request> {
    @Override
    public String method(Request request) {
        return request.getMethod();
    }

    @Override
    public String scheme(Request request) {
        return request.getUri().getScheme();
    }

    @Override
    public String host(Request request) {
        return request.getUri().getHost();
    }

    @Override
    public int port(Request request) {
        return request.getUri().getPort();
    }

    @Override
    public String url(Request request) {
        return request.getUri().toUrl();
    }

    @Override
    public String get(Request request, String name) {
        List<String> values = request.getHeaders().getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
