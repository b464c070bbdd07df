package io.obsagent.instrumentation.vertxweb;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;

/** A route matched and its handler is about to be called; it may answer or pass the request on to a later route. */
@Weave(type = "io.vertx.ext.web.impl.RouteState", method = "handleContext",
        parameters = "io.vertx.ext.web.impl.RoutingContextImplBase")
final class RouteHandler extends Handler {
    private final HttpServerTelemetry http;
    private final Mounts mounts;

    RouteHandler(HttpServerTelemetry http, Mounts mounts) {
        this.http = http;
        this.mounts = mounts;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpServerOperation operation = http.current();
        if (operation != null) {
            RoutingContext context = (RoutingContext) a;
            Route route = context.currentRoute();
            operation.route(mounts.of(context), "", route == null ? null : route.getPath(), RouteSource.ROUTER);
        }
        return null;
    }
}
