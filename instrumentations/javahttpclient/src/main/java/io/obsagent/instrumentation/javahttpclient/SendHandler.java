package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Around a blocking send; the asynchronous one inside it is part of it. */
@Weave(type = "jdk.internal.net.http.HttpClientImpl", method = "send", arguments = 0, replaces = 0)
final class SendHandler extends Handler {
    private final Calls calls;

    SendHandler(Calls calls) {
        this.calls = calls;
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
    public Object exit(Object scope, Object result, Throwable thrown) {
        calls.sent();
        HttpClientOperation call = (HttpClientOperation) scope;
        if (thrown == null) {
            calls.responded(call, (HttpResponse<?>) result);
        } else if (thrown instanceof InterruptedException) {
            call.cancelled();
        } else {
            // The client throws a new exception with the stack of the caller; what happened is its cause.
            call.failed(thrown.getCause() == null ? thrown : thrown.getCause());
        }
        return result;
    }
}
