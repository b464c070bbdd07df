package io.obsagent.instrumentation.okhttp;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Around the first of OkHttp's own interceptors: behind the application's, before any attempt. */
@Weave(type = "okhttp3.internal.http.RetryAndFollowUpInterceptor", method = "intercept", arguments = 0)
final class CallHandler extends Handler {
    private final HttpClientTelemetry client;
    private final RequestReader requests = new RequestReader();
    private final ResponseReader responses = new ResponseReader();

    CallHandler(HttpClientTelemetry client) {
        this.client = client;
    }

    @Override
    public Object enter(Object self, Object chain, Object b, Object c, Object d) {
        Interceptor.Chain call = (Interceptor.Chain) chain;
        HttpClientOperation operation = client.start(call.request(), requests);
        if (operation == null) {
            return null;
        }
        operation.exchange(call);
        operation.attach();
        return operation;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        HttpClientOperation operation = (HttpClientOperation) scope;
        operation.detach();
        if (thrown == null) {
            operation.responded((Response) result, responses);
        } else if (cancelled(operation)) {
            operation.cancelled();
        } else {
            operation.failed(thrown);
        }
        return result;
    }

    private static boolean cancelled(HttpClientOperation operation) {
        Interceptor.Chain call = (Interceptor.Chain) operation.exchange();
        return call != null && call.call().isCanceled();
    }
}
