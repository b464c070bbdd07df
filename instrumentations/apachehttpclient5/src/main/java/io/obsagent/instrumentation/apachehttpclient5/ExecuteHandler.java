package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;

/** Around the one method that every {@code execute} of the blocking clients ends in. */
@Weave(type = {"org.apache.hc.client5.http.impl.classic.InternalHttpClient",
        "org.apache.hc.client5.http.impl.classic.MinimalHttpClient"}, method = "doExecute", arguments = {0, 1})
final class ExecuteHandler extends Handler {
    private final HttpClientTelemetry client;
    private final CallReader calls = new CallReader();
    private final ResponseReader responses = new ResponseReader();
    private final Headers headers = new Headers();

    ExecuteHandler(HttpClientTelemetry client) {
        this.client = client;
    }

    @Override
    public Object enter(Object self, Object target, Object request, Object c, Object d) {
        if (request == null) {
            return null;
        }
        Call call = new Call((HttpHost) target, (ClassicHttpRequest) request);
        HttpClientOperation operation = client.start(call, calls);
        if (operation == null) {
            return null;
        }
        operation.inject(call.request, headers);
        operation.attach();
        return new Execution(call, operation);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Execution execution = (Execution) scope;
        execution.operation.detach();
        if (thrown == null) {
            execution.operation.responded((HttpResponse) result, responses);
        } else if (execution.aborted()) {
            execution.operation.cancelled();
        } else {
            execution.operation.failed(thrown);
        }
        return result;
    }

    private static final class Execution {
        final Call call;
        final HttpClientOperation operation;

        Execution(Call call, HttpClientOperation operation) {
            this.call = call;
            this.operation = operation;
        }

        boolean aborted() {
            return call.request instanceof HttpUriRequestBase && ((HttpUriRequestBase) call.request).isAborted();
        }
    }
}
