package io.obsagent.instrumentation.servlet5;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import jakarta.servlet.ServletRequest;

/** A filter may catch what is behind it, throw by itself, or be the first code on a further thread of a request. */
@Weave(type = "jakarta.servlet.Filter", implementors = true, method = "doFilter",
        parameters = {"jakarta.servlet.ServletRequest", "jakarta.servlet.ServletResponse", "jakarta.servlet.FilterChain"})
final class FilterHandler extends Handler {
    private final ServletRequests requests;

    FilterHandler(ServletRequests requests) {
        this.requests = requests;
    }

    @Override
    public Object enter(Object self, Object request, Object response, Object chain, Object d) {
        return requests.enter((ServletRequest) request);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ServletRequests.exit(scope, thrown);
        return result;
    }
}
