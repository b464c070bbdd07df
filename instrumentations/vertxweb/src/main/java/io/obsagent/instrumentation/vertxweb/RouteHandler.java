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
            String path = route == null ? null : route.getPath();
            operation.route(mounts.of(context), "", takesEverything(path, context) ? null : path, RouteSource.ROUTER);
        }
        return null;
    }

    /** Vert.x calls {@code /} what was written as {@code /*}; only for the root itself does that say anything. */
    private static boolean takesEverything(String path, RoutingContext context) {
        if (!"/".equals(path)) {
            return false;
        }
        String mount = context.mountPoint();
        int mounted = mount == null ? 0 : mount.endsWith("/") ? mount.length() - 1 : mount.length();
        return context.request().path().length() > mounted + 1;
    }
}
