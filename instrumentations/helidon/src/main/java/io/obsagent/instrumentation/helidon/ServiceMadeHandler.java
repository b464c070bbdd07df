package io.obsagent.instrumentation.helidon;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.List;

/** A service is registered under a path, with the routes it declared. */
@Weave(type = "io.helidon.webserver.http.ServiceRoute", method = "<init>", parameters = {
    "io.helidon.webserver.http.HttpService", "java.util.function.Predicate", "io.helidon.http.PathMatcher",
    "java.util.List"}, arguments = {2, 3})
final class ServiceMadeHandler extends Handler {
    private final RouteTemplates templates;

    ServiceMadeHandler(RouteTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Object enter(Object self, Object matcher, Object routes, Object c, Object d) {
        return new Object[] {matcher, routes};
    }

    @Override
    public Object exit(Object scope, Object service, Throwable thrown) {
        Object[] parts = (Object[]) scope;
        templates.service(service, parts[0], (List<?>) parts[1]);
        return service;
    }
}
