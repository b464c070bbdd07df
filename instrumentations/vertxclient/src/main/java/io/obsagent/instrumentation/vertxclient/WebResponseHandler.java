package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.client.impl.HttpContext;

/** WebClient goes no further: what it has is the response. */
@Weave(type = "io.vertx.ext.web.client.impl.HttpContext", method = "handleReceiveResponse", parameters = {})
final class WebResponseHandler extends Handler {
    private final Calls calls;
    private final ResponseReader responses = new ResponseReader();

    WebResponseHandler(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpClientResponse response = ((HttpContext<?>) self).clientResponse();
        Call call = calls.of(response.request());
        if (call != null) {
            call.operation.responded(response, responses);
        }
        return null;
    }
}
