package io.obsagent.instrumentation.servlet3;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/** A filter may catch what is behind it, throw by itself, or be the first code on a further thread of a request. */
@Weave(type = "javax.servlet.Filter", implementors = true, method = "doFilter",
        parameters = {"javax.servlet.ServletRequest", "javax.servlet.ServletResponse", "javax.servlet.FilterChain"})
final class FilterHandler extends Handler {
    private final ServletRequests requests;

    FilterHandler(ServletRequests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object request, Object response, Object chain, Object d) {
        return requests.enter((ServletRequest) request, (ServletResponse) response);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ServletRequests.exit(scope, thrown);
        return result;
    }
}
