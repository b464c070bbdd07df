package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.http.ClientRequestReader;

final class CallReader implements ClientRequestReader<Call> {
    @Override
    public String method(Call call) {
        return call.request.getMethod();
    }

    @Override
    public String scheme(Call call) {
        return call.scheme;
    }

    @Override
    public String host(Call call) {
        return call.host;
    }

    @Override
    public int port(Call call) {
        return call.port;
    }

    @Override
    public String url(Call call) {
        return call.url();
    }

    @Override
    public String get(Call call, String name) {
        return Headers.joined(call.request, name);
    }
}
