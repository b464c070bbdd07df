package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** WebClient is about to ask for a request; for another one, where the response to the last was a redirection. */
@Weave(type = "io.vertx.ext.web.client.impl.HttpContext", method = "handleCreateRequest", parameters = {})
final class WebRedirectHandler extends Handler {
    private final Calls calls;
    private final WebResponses webResponses;

    WebRedirectHandler(Calls calls, WebResponses webResponses) {
        this.calls = calls;
        this.webResponses = webResponses;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Redirection redirection = webResponses.decided(self);
        if (redirection != null) {
            calls.redirected(redirection);
        }
        return redirection;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        calls.redirected(null);
        return result;
    }
}
