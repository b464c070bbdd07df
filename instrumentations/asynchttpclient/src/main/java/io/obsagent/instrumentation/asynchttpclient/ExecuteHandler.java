package io.obsagent.instrumentation.asynchttpclient;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.telemetry.propagation.Setter;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.asynchttpclient.AsyncHandler;
import org.asynchttpclient.ListenableFuture;
import org.asynchttpclient.Request;
import org.asynchttpclient.RequestBuilder;

/** Around the one method that every execution of the application comes through; the library repeats below it. */
@Weave(type = "org.asynchttpclient.DefaultAsyncHttpClient", method = "execute", arguments = {0, 1}, replaces = 0,
        parameters = {"org.asynchttpclient.Request", "org.asynchttpclient.AsyncHandler"})
final class ExecuteHandler extends Handler {
    private static final Setter<RequestBuilder> HEADERS = (request, name, value) -> request.setHeader(name, value);

    private final HttpClientTelemetry client;
    private final Telemetry telemetry;
    private final Executions executions;
    private final RequestReader requests = new RequestReader();

    ExecuteHandler(HttpClientTelemetry client, Telemetry telemetry, Executions executions) {
        this.client = client;
        this.telemetry = telemetry;
        this.executions = executions;
    }

    @Override
    public Object enter(Object self, Object request, Object handler, Object c, Object d) {
        if (request == null || handler == null) {
            return null;
        }
        HttpClientOperation operation = client.start((Request) request, requests);
        if (operation == null) {
            return null;
        }
        Execution execution = new Execution(telemetry.thread().current(), operation);
        executions.begin((AsyncHandler<?>) handler, execution);
        return execution;
    }

    @Override
    public Object argument(Object scope, Object original) {
        RequestBuilder request = ((Request) original).toBuilder();
        ((Execution) scope).operation.inject(request, HEADERS);
        return request.build();
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Execution execution = (Execution) scope;
        if (thrown != null) {
            execution.done(thrown);
        } else {
            ((ListenableFuture<?>) result).toCompletableFuture().whenComplete((value, failure) -> execution.done(failure));
        }
        return result;
    }
}
