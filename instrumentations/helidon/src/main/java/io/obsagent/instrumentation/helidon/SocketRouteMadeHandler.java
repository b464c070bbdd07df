package io.obsagent.instrumentation.helidon;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The route of a WebSocket is made of a pattern. */
@Weave(type = "io.helidon.webserver.websocket.WsRoute", method = "create", parameters = {"java.lang.String", "..."})
final class SocketRouteMadeHandler extends Handler {
    private final RouteTemplates templates;

    SocketRouteMadeHandler(RouteTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Object enter(Object self, Object pattern, Object b, Object c, Object d) {
        return pattern;
    }

    @Override
    public Object exit(Object pattern, Object route, Throwable thrown) {
        if (route != null) {
            templates.socket(route, (String) pattern);
        }
        return route;
    }
}
