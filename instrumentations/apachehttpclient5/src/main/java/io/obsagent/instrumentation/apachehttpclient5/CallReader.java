package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.http.ClientRequestReader;

final class CallReader implements ClientRequestReader<Call> {
    @Override
    public String method(Call call) {
        return call.request.getMethod();
    }

    @Override
    public String scheme(Call call) {
        return call.target.getSchemeName();
    }

    @Override
    public String host(Call call) {
        return call.target.getHostName();
    }

    @Override
    public int port(Call call) {
        return call.target.getPort();
    }

    @Override
    public String url(Call call) {
        String path = call.request.getRequestUri();
        return call.target.toURI() + (path.startsWith("/") ? "" : "/") + path;
    }

    @Override
    public String get(Call call, String name) {
        return Headers.joined(call.request, name);
    }
}
