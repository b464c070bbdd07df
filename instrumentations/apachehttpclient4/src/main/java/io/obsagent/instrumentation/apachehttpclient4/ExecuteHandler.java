package io.obsagent.instrumentation.apachehttpclient4;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;

/** Around the one method that every {@code execute} ends in: of the clients since 4.3, and of those before. */
@Weave(type = {"org.apache.http.impl.client.InternalHttpClient", "org.apache.http.impl.client.MinimalHttpClient",
        "org.apache.http.impl.client.AbstractHttpClient"}, method = "doExecute", parameters = {
        "org.apache.http.HttpHost", "org.apache.http.HttpRequest", "org.apache.http.protocol.HttpContext"})
@Weave(type = "org.apache.http.impl.client.AbstractHttpClient", method = "execute", parameters = {
        "org.apache.http.HttpHost", "org.apache.http.HttpRequest", "org.apache.http.protocol.HttpContext"})
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
        Call call = new Call((HttpHost) target, (HttpRequest) request);
        HttpClientOperation operation = client.start(call, calls);
        if (operation == null) {
            return null;
        }
        operation.inject(call.request, headers);
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

    /** Whether the application gave the request up itself. */
    private static boolean aborted(Object request) {
        return request instanceof HttpUriRequest && ((HttpUriRequest) request).isAborted();
    }
}
