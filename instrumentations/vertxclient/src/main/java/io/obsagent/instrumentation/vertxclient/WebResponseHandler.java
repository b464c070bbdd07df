package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.core.http.HttpClientResponse;

/** WebClient has a response and decides what to do with it. */
@Weave(type = "io.vertx.ext.web.client.impl.HttpContext", method = "receiveResponse",
        parameters = "io.vertx.core.http.HttpClientResponse")
final class WebResponseHandler extends Handler {
    private final Calls calls;
    private final WebResponses webResponses;

    WebResponseHandler(Calls calls, WebResponses webResponses) {
        this.calls = calls;
        this.webResponses = webResponses;
    }

    @Override
    public Object enter(Object self, Object received, Object b, Object c, Object d) {
        HttpClientResponse response = (HttpClientResponse) received;
        if (response.statusCode() >= 300 && response.statusCode() < 400) {
            Call call = calls.of(response.request());
            if (call != null) {
                webResponses.redirected(self, new Redirection(call.operation, response, null));
            }
        }
        return null;
    }
}
