package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Around the one method that every asynchronous send ends in. */
@Weave(type = "jdk.internal.net.http.HttpClientImpl", method = "sendAsync", arguments = 0, replaces = 0, replacesResult = true,
        parameters = {"java.net.http.HttpRequest", "java.net.http.HttpResponse$BodyHandler",
        "java.net.http.HttpResponse$PushPromiseHandler", "java.util.concurrent.Executor"})
final class SendAsyncHandler extends Handler {
    private final Calls calls;
    private final Telemetry telemetry;

    SendAsyncHandler(Calls calls, Telemetry telemetry) {
        this.calls = calls;
        this.telemetry = telemetry;
    }

    @Override
    public Object enter(Object self, Object request, Object b, Object c, Object d) {
        return calls.begin(request);
    }

    @Override
    public Object argument(Object scope, Object original) {
        return calls.toSend((HttpClientOperation) scope, (HttpRequest) original);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object exit(Object scope, Object result, Throwable thrown) {
        calls.sent();
        HttpClientOperation call = (HttpClientOperation) scope;
        if (thrown != null) {
            call.failed(thrown);
            return result;
        }
        return inContextOfCaller((CompletableFuture<Object>) result, call);
    }

    /**
     * A future of the same kind, which cancels what the client's own cancels, but is completed in the context of the
     * caller: stages that depend on it run where it is completed, which is a thread that knows nothing of the caller.
     */
    private CompletableFuture<Object> inContextOfCaller(CompletableFuture<Object> sent, HttpClientOperation call) {
        Operation caller = telemetry.thread().current();
        CompletableFuture<Object> given = sent.newIncompleteFuture();
        sent.whenComplete((response, failure) -> {
            end(call, response, failure);
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
                // Before Java 16 a cancelled future does not stop the exchange behind it. Its own exception tells who
                // cancelled it: a thread that waits for the future may be the one that comes here.
                call.failed(Cancellations.meaning(failure));
            }
        });
        return given;
    }

    private void end(HttpClientOperation call, Object response, Throwable failure) {
        if (failure != null) {
            call.failed(Cancellations.meaning(failure));
        } else if (response != null) {
            calls.responded(call, (HttpResponse<?>) response);
        }
    }
}
