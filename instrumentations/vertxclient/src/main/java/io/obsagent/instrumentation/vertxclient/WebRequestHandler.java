package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** WebClient has the request it asked for. */
@Weave(type = "io.vertx.ext.web.client.impl.HttpContext", method = "sendRequest",
        parameters = "io.vertx.core.http.HttpClientRequest")
final class WebRequestHandler extends Handler {
    private final Calls calls;

    WebRequestHandler(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object request, Object b, Object c, Object d) {
        Call call = calls.of(request);
        if (call != null) {
            call.ofWebClient();
        }
        return null;
    }
}
