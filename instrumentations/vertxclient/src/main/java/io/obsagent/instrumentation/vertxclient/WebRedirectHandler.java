package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.ext.web.client.impl.HttpContext;

/** WebClient is about to ask for a request; for another one, where the response to the last was a redirection. */
@Weave(type = "io.vertx.ext.web.client.impl.HttpContext", method = "handleCreateRequest", parameters = {})
final class WebRedirectHandler extends Handler {
    private final Calls calls;

    WebRedirectHandler(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpContext<?> context = (HttpContext<?>) self;
        if (context.redirects() == 0 || context.clientResponse() == null) {
            return null;
        }
        Call call = calls.of(context.clientResponse().request());
        if (call == null) {
            return null;
        }
        calls.redirected(new Redirection(call.operation, context.clientResponse(), null));
        return call;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        calls.redirected(null);
        return result;
    }
}
