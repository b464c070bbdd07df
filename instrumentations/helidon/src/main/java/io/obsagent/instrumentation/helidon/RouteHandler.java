package io.obsagent.instrumentation.helidon;

import io.helidon.http.PathMatchers;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A route was asked whether the request is for it; its handler is next if it is, and may pass it on. */
@Weave(type = {"io.helidon.webserver.http.HttpRouteImpl", "io.helidon.webserver.websocket.WsRoute"}, method = "accepts",
        parameters = {"io.helidon.http.HttpPrologue", "..."})
final class RouteHandler extends Handler {
    private final HttpServerTelemetry http;
    private final RouteTemplates templates;

    RouteHandler(HttpServerTelemetry http, RouteTemplates templates) {
        this.http = http;
        this.templates = templates;
    }

    @Override
    public Object enter(Object route, Object a, Object b, Object c, Object d) {
        return templates.of(route);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        HttpServerOperation operation = result != null && ((PathMatchers.MatchResult) result).accepted() ? http.current() : null;
        if (operation != null) {
            RouteTemplate template = (RouteTemplate) scope;
            operation.route("", template.mount(), template.pattern(), RouteSource.ROUTER);
        }
        return result;
    }
}
