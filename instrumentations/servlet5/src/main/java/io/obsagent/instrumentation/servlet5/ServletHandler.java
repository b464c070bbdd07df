package io.obsagent.instrumentation.servlet5;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletRequest;

/** A servlet answers: its mapping is the route, and what it throws may become the failure of the request. */
@Weave(type = "jakarta.servlet.Servlet", implementors = true, method = "service",
        parameters = {"jakarta.servlet.ServletRequest", "jakarta.servlet.ServletResponse"})
final class ServletHandler extends Handler {
    private final ServletRequests requests;
    private final ServletRoutes routes;

    ServletHandler(ServletRequests requests, ServletRoutes routes) {
        this.requests = requests;
        this.routes = routes;
    }

    @Override
    public Object enter(Object self, Object request, Object response, Object c, Object d) {
        Object scope = requests.enter((ServletRequest) request);
        if (scope != null) {
            routes.name(ServletRequests.operation(scope), (Servlet) self, (ServletRequest) request);
        }
        return scope;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ServletRequests.exit(scope, thrown);
        return result;
    }
}
