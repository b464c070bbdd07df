package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Around the one method that every {@code send} and {@code sendAsync} of the JDK's client ends in. The operation is
 * never the context of a thread, so that body handlers and stages run in the caller's.
 */
@Weave(type = "jdk.internal.net.http.HttpClientImpl", method = "sendAsync", arguments = 0, replaces = 0, replacesResult = true,
        parameters = {"java.net.http.HttpRequest", "java.net.http.HttpResponse$BodyHandler",
        "java.net.http.HttpResponse$PushPromiseHandler", "java.util.concurrent.Executor"})
final class SendHandler extends Handler {
    private final HttpClientTelemetry client;
    private final Telemetry telemetry;
    private final RequestReader requests = new RequestReader();
    private final ResponseReader responses = new ResponseReader();

    SendHandler(HttpClientTelemetry client, Telemetry telemetry) {
        this.client = client;
        this.telemetry = telemetry;
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
    @SuppressWarnings("unchecked")
    public Object exit(Object scope, Object result, Throwable thrown) {
        HttpClientOperation operation = ((TracedRequest) scope).operation();
        if (thrown != null) {
            operation.failed(thrown);
            return result;
        }
        return inContextOfCaller((CompletableFuture<Object>) result, operation);
    }

    /**
     * A future of the same kind, which cancels what the client's own cancels, but is completed in the context of the
     * caller: stages that depend on it run where it is completed, which is a thread that knows nothing of the caller.
     */
    private CompletableFuture<Object> inContextOfCaller(CompletableFuture<Object> sent, HttpClientOperation operation) {
        Operation caller = telemetry.thread().current();
        CompletableFuture<Object> given = sent.newIncompleteFuture();
        sent.whenComplete((response, failure) -> {
            end(operation, response, failure);
            Operation before = telemetry.thread().swap(caller);
            try {
                if (failure == null) {
                    given.complete(response);
                } else {
                    given.completeExceptionally(failure);
                }
            } finally {
                telemetry.thread().swap(before);
            }
        });
        given.whenComplete((response, failure) -> {
            if (given.isCancelled()) {
                // Before Java 16 a cancelled future does not stop the exchange behind it.
                operation.failed(Cancellations.meaning(new CancellationException()));
            }
        });
        return given;
    }

    private void end(HttpClientOperation operation, Object response, Throwable failure) {
        if (failure != null) {
            operation.failed(Cancellations.meaning(failure));
        } else if (response != null) {
            operation.attempts(ResponseReader.attempts((HttpResponse<?>) response));
            operation.responded((HttpResponse<?>) response, responses);
        }
    }
}
