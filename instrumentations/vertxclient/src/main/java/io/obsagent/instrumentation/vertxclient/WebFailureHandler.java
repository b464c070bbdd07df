package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.client.impl.HttpContext;

/** WebClient fails. Only a redirection that leads nowhere is left open until here. */
@Weave(type = "io.vertx.ext.web.client.impl.HttpContext", method = "handleFailure", parameters = {})
final class WebFailureHandler extends Handler {
    private final Calls calls;

    WebFailureHandler(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpContext<?> context = (HttpContext<?>) self;
        HttpClientResponse response = context.clientResponse();
        Call call = response == null ? null : calls.of(response.request());
        if (call != null) {
            call.operation.failed(context.failure());
        }
        return null;
    }
}
