package io.obsagent.instrumentation.okhttp;

import io.obsagent.telemetry.http.ClientRequestReader;
import java.util.List;
import okhttp3.Request;

final class RequestReader implements ClientRequestReader<Request> {
    @Override
    public String method(Request request) {
        return request.method();
    }

    @Override
    public String scheme(Request request) {
        return request.url().scheme();
    }

    @Override
    public String host(Request request) {
        return request.url().host();
    }

    @Override
    public int port(Request request) {
        return request.url().port();
    }

    @Override
    public String url(Request request) {
        return request.url().toString();
    }

    @Override
    public String get(Request request, String name) {
        List<String> values = request.headers(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
