package io.obsagent.instrumentation.springmvc6;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

/** A controller is about to be called: the mapping that found it has left its pattern with the request. */
@Weave(type = "org.springframework.web.servlet.HandlerAdapter", implementors = true, method = "handle", parameters = {
    "jakarta.servlet.http.HttpServletRequest", "jakarta.servlet.http.HttpServletResponse", "java.lang.Object"})
final class RouteHandler extends Handler {
    private static final String PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    private final HttpServerTelemetry http;

    RouteHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpServletRequest request = (HttpServletRequest) a;
        HttpServerOperation operation = http.current();
        Object pattern = request.getAttribute(PATTERN);
        if (operation != null && pattern != null && request.getDispatcherType() != DispatcherType.ERROR) {
            String mount = request.getPathInfo() == null ? "" : request.getServletPath();
            operation.route(request.getServletContext().getContextPath(), mount, pattern.toString(), RouteSource.CONTROLLER);
        }
        return null;
    }
}
