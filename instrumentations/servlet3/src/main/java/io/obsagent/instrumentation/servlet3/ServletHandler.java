package io.obsagent.instrumentation.servlet3;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.servlet.Servlet;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/** A servlet answers: its mapping is the route, and what it throws may become the failure of the request. */
@Weave(type = "javax.servlet.Servlet", implementors = true, method = "service",
        parameters = {"javax.servlet.ServletRequest", "javax.servlet.ServletResponse"})
final class ServletHandler extends Handler {
    private final ServletRequests requests;
    private final ServletRoutes routes;

    ServletHandler(ServletRequests requests, ServletRoutes routes) {
        this.requests = requests;
        this.routes = routes;
    }

    @Override
    public Object enter(Object self, Object request, Object response, Object c, Object d) {
        Object scope = requests.enter((ServletRequest) request, (ServletResponse) response);
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
