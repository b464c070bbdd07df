package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/**
 * Around the one method that every {@code send} and {@code sendAsync} of the JDK's client ends in. The operation is
 * never the context of a thread, so that body handlers and stages run in the caller's.
 */
@Weave(type = "jdk.internal.net.http.HttpClientImpl", method = "sendAsync", arguments = 0, replaces = 0, parameters = {
        "java.net.http.HttpRequest", "java.net.http.HttpResponse$BodyHandler",
        "java.net.http.HttpResponse$PushPromiseHandler", "java.util.concurrent.Executor"})
final class SendHandler extends Handler {
    private final HttpClientTelemetry client;
    private final RequestReader requests = new RequestReader();
    private final ResponseReader responses = new ResponseReader();

    SendHandler(HttpClientTelemetry client) {
        this.client = client;
    }

    @Override
    public Object enter(Object self, Object request, Object b, Object c, Object d) {
        if (request == null || ((HttpRequest) request).uri() == null) {
            return null; // the client is about to complain to its caller
        }
        HttpClientOperation operation = client.start((HttpRequest) request, requests);
        return operation == null ? null : new TracedRequest((HttpRequest) request, operation);
    }

    @Override
    public Object argument(Object scope, Object original) {
        TracedRequest traced = (TracedRequest) scope;
        return traced.maySend() ? traced : original;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        TracedRequest traced = (TracedRequest) scope;
        if (thrown != null) {
            traced.operation().failed(thrown);
        } else {
            ((CompletableFuture<?>) result).whenComplete((response, failure) -> end(traced.operation(), response, failure));
        }
        return result;
    }

    private void end(HttpClientOperation operation, Object response, Throwable failure) {
        if (failure != null) {
            operation.failed(failure);
        } else if (response != null) {
            operation.attempts(ResponseReader.attempts((HttpResponse<?>) response));
            operation.responded((HttpResponse<?>) response, responses);
        }
    }
}
