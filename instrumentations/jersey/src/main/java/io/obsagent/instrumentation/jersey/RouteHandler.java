package io.obsagent.instrumentation.jersey;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.List;
import org.glassfish.jersey.server.internal.process.RequestProcessingContext;
import org.glassfish.jersey.uri.UriTemplate;

/** A resource method is about to be called; the routing is done and knows the templates that led here. */
@Weave(type = "org.glassfish.jersey.server.model.ResourceMethodInvoker", method = "apply",
        parameters = "org.glassfish.jersey.server.internal.process.RequestProcessingContext")
final class RouteHandler extends Handler {
    private final HttpServerTelemetry http;

    RouteHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpServerOperation operation = http.current();
        if (operation != null) {
            RequestProcessingContext context = (RequestProcessingContext) a;
            List<UriTemplate> matched = context.routingContext().getMatchedTemplates();
            String base = context.request().getBaseUri().getPath();
            operation.route(base.endsWith("/") ? base.substring(0, base.length() - 1) : base, outer(matched),
                    matched.isEmpty() ? null : matched.get(0).getTemplate(), RouteSource.CONTROLLER);
        }
        return null;
    }

    /** What stands before the innermost template, which Jersey lists first; usually the one of the resource class. */
    private static String outer(List<UriTemplate> matched) {
        String outer = "";
        for (int i = matched.size() - 1; i > 0; i--) {
            String template = matched.get(i).getTemplate();
            if (!template.equals("/")) { // the root of what a locator leads to
                outer = outer.isEmpty() ? template : outer + template;
            }
        }
        return outer;
    }
}
