package io.obsagent.instrumentation.resteasyreactive;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/** A resource method or a locator was matched; its own handlers run next. */
@Weave(type = "org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext", method = "restart",
        parameters = {"org.jboss.resteasy.reactive.server.mapping.RuntimeResource", "boolean"}, arguments = 0)
final class RouteHandler extends Handler {
    private final HttpServerTelemetry http;
    /** What locators have matched of a request's path. */
    private final WeakTable<ResteasyReactiveRequestContext, String> located = new WeakTable<>();

    RouteHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object matched, Object b, Object c, Object d) {
        HttpServerOperation operation = http.current();
        if (operation == null) {
            return null;
        }
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) self;
        RuntimeResource resource = (RuntimeResource) matched;
        String locators = located.get(context);
        String mount = locators == null ? path(resource.getClassPath()) : locators + path(resource.getClassPath());
        String template = path(resource.getPath());
        if (resource.getHttpMethod() == null) {
            located.put(context, mount + template);
        } else {
            String base = withoutEnd(context.getDeployment().getPrefix());
            boolean root = base.isEmpty() && mount.isEmpty() && template.isEmpty();
            operation.route(base, mount, root ? "/" : template, RouteSource.CONTROLLER);
        }
        return null;
    }

    private static String path(URITemplate template) {
        return template == null ? "" : withoutEnd(template.template);
    }

    private static String withoutEnd(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
