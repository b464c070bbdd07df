package io.obsagent.instrumentation.javalin4;

import io.javalin.http.Context;
import io.javalin.http.HandlerEntry;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A handler is about to be called for a path: the endpoint, or one of those before and after it. */
@Weave(type = "io.javalin.http.util.ContextUtil", method = "update",
        parameters = {"io.javalin.http.Context", "io.javalin.http.HandlerEntry", "java.lang.String"})
final class RouteHandler extends Handler {
    private final HttpServerTelemetry http;

    RouteHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object context, Object entry, Object c, Object d) {
        HandlerEntry matched = (HandlerEntry) entry;
        HttpServerOperation operation = matched.getType().isHttpMethod() ? http.current() : null;
        if (operation != null) {
            operation.route(((Context) context).contextPath(), "", matched.getPath(), RouteSource.CONTROLLER);
        }
        return null;
    }
}
