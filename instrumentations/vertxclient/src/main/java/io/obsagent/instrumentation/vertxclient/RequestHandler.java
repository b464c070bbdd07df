package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;

/**
 * An application asks for a request, by options or by address, and gets it by a future or, up to version 4, a callback.
 */
@Weave(type = "io.vertx.core.http.impl.HttpClientImpl", method = "request", parameters = "io.vertx.core.http.RequestOptions",
        replacesResult = true)
@Weave(type = "io.vertx.core.http.impl.HttpClientImpl", method = "request", replacesResult = true, parameters = {
        "io.vertx.core.http.HttpMethod", "int", "java.lang.String", "java.lang.String"})
@Weave(type = "io.vertx.core.http.impl.HttpClientImpl", method = "request", arguments = 0, replaces = 1, parameters = {
        "io.vertx.core.http.RequestOptions", "io.vertx.core.Handler"})
@Weave(type = "io.vertx.core.http.impl.HttpClientImpl", method = "request", replaces = 4, parameters = {
        "io.vertx.core.http.HttpMethod", "int", "java.lang.String", "java.lang.String", "io.vertx.core.Handler"})
final class RequestHandler extends Handler {
    private final HttpClientTelemetry client;
    private final Calls calls;
    private final DestinationReader destinations = new DestinationReader();

    RequestHandler(HttpClientTelemetry client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object first, Object port, Object host, Object uri) {
        if (first == null || !calls.ask()) {
            return null;
        }
        HttpClientOperation followed = calls.followed();
        HttpClientOperation call = followed != null ? followed
                : client.start(Destination.of(first, port, host, uri), destinations);
        if (call == null) {
            calls.asked();
        }
        return call;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object argument(Object scope, Object original) {
        io.vertx.core.Handler<AsyncResult<HttpClientRequest>> callback =
                (io.vertx.core.Handler<AsyncResult<HttpClientRequest>>) original;
        HttpClientOperation call = (HttpClientOperation) scope;
        return (io.vertx.core.Handler<AsyncResult<HttpClientRequest>>) request -> {
            if (request.succeeded()) {
                calls.begin(request.result(), call);
            } else {
                call.failed(request.cause());
            }
            callback.handle(request);
        };
    }

    /** A future that depends on the library's, so that ours is not one more listener among the application's. */
    @Override
    @SuppressWarnings("unchecked")
    public Object exit(Object scope, Object result, Throwable thrown) {
        calls.asked();
        HttpClientOperation call = (HttpClientOperation) scope;
        if (thrown != null) {
            call.failed(thrown);
        }
        if (!(result instanceof Future)) {
            return result;
        }
        Future<HttpClientRequest> asked = (Future<HttpClientRequest>) result;
        return asked.compose(request -> {
            calls.begin(request, call);
            return asked;
        }, failure -> {
            call.failed(failure);
            return asked;
        });
    }
}
