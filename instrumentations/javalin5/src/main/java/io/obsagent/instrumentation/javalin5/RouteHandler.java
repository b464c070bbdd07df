package io.obsagent.instrumentation.javalin5;

import io.javalin.http.Context;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A handler is about to be called for a path: the endpoint, or one of those before and after it. */
@Weave(type = "io.javalin.http.servlet.JavalinServletContext", method = "update",
        parameters = {"io.javalin.routing.HandlerEntry", "java.lang.String"})
@Weave(type = "io.javalin.http.servlet.JavalinServletContext", method = "update",
        parameters = {"io.javalin.router.ParsedEndpoint", "java.lang.String"})
final class RouteHandler extends Handler {
    private final HttpServerTelemetry http;

    RouteHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return http.current();
    }

    @Override
    public Object exit(Object operation, Object updated, Throwable thrown) {
        Context context = (Context) updated;
        if (context.handlerType().isHttpMethod()) {
            ((HttpServerOperation) operation).route(context.contextPath(), "", context.matchedPath(), RouteSource.CONTROLLER);
        }
        return updated;
    }
}
