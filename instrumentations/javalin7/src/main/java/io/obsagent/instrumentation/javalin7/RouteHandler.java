package io.obsagent.instrumentation.javalin7;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A handler is about to be called for a path: the endpoint, or one of those before and after it. */
@Weave(type = "io.javalin.http.servlet.JavalinServletContext", method = "update",
        parameters = {"io.javalin.router.Endpoint", "..."})
final class RouteHandler extends Handler {
    private final HttpServerTelemetry http;

    RouteHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object context, Object matched, Object b, Object c, Object d) {
        Endpoint endpoint = (Endpoint) matched;
        HttpServerOperation operation = endpoint.method.isHttpMethod() ? http.current() : null;
        if (operation != null) {
            operation.route(((Context) context).contextPath(), "", endpoint.path, RouteSource.CONTROLLER);
        }
        return null;
    }
}
