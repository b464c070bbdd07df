package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.http.HttpRequest;

/** The client makes a request of its own of the application's. */
@Weave(type = "jdk.internal.net.http.HttpRequestImpl", method = "<init>", arguments = 0,
        parameters = {"java.net.http.HttpRequest", "java.net.ProxySelector"})
final class RequestHandler extends Handler {
    private final Calls calls;
    private final SystemHeaders headers;

    RequestHandler(Calls calls, SystemHeaders headers) {
        this.calls = calls;
        this.headers = headers;
    }

    @Override
    public Object enter(Object self, Object request, Object b, Object c, Object d) {
        HttpClientOperation call = calls.sent();
        return call == null || calls.tells((HttpRequest) request) ? null : call;
    }

    @Override
    public Object exit(Object scope, Object request, Throwable thrown) {
        headers.write((HttpClientOperation) scope, request);
        return request;
    }
}
