package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/** Around the one method that every {@code execute} of the blocking clients ends in. */
@Weave(type = {"org.apache.hc.client5.http.impl.classic.InternalHttpClient",
        "org.apache.hc.client5.http.impl.classic.MinimalHttpClient"}, method = "doExecute", arguments = {0, 1})
final class ExecuteHandler extends Handler {
    private final Calls calls;
    private final ResponseReader responses = new ResponseReader();

    ExecuteHandler(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object target, Object request, Object c, Object d) {
        HttpClientOperation operation = request == null ? null : calls.start((HttpHost) target, (HttpRequest) request);
        if (operation == null) {
            return null;
        }
        operation.exchange(request);
        operation.attach();
        return operation;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        HttpClientOperation operation = (HttpClientOperation) scope;
        operation.detach();
        if (thrown == null) {
            operation.responded((HttpResponse) result, responses);
        } else if (aborted(operation.exchange())) {
            operation.cancelled();
        } else {
            operation.failed(thrown);
        }
        return result;
    }

    private static boolean aborted(Object request) {
        return request instanceof HttpUriRequestBase && ((HttpUriRequestBase) request).isAborted();
    }
}
