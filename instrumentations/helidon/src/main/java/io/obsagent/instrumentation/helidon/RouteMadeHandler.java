package io.obsagent.instrumentation.helidon;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A route is built. */
@Weave(type = "io.helidon.webserver.http.HttpRouteImpl", method = "<init>",
        parameters = "io.helidon.webserver.http.HttpRoute$Builder")
final class RouteMadeHandler extends Handler {
    private final RouteTemplates templates;

    RouteMadeHandler(RouteTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Object enter(Object self, Object builder, Object b, Object c, Object d) {
        return builder;
    }

    @Override
    public Object exit(Object builder, Object route, Throwable thrown) {
        templates.route(route, builder);
        return route;
    }
}
