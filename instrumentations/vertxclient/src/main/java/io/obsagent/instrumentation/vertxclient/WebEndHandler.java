package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** WebClient goes no further: a redirection is the response, or it leads nowhere. */
@Weave(type = "io.vertx.ext.web.client.impl.HttpContext", method = "handleReceiveResponse", parameters = {}, arguments = {})
@Weave(type = "io.vertx.ext.web.client.impl.HttpContext", method = "fail", parameters = "java.lang.Throwable")
final class WebEndHandler extends Handler {
    private final WebResponses webResponses;
    private final ResponseReader responses = new ResponseReader();

    WebEndHandler(WebResponses webResponses) {
        this.webResponses = webResponses;
    }

    @Override
    public Object enter(Object self, Object failure, Object b, Object c, Object d) {
        Redirection redirection = webResponses.decided(self);
        if (redirection != null && failure != null) {
            redirection.call.failed((Throwable) failure);
        } else if (redirection != null) {
            redirection.call.responded(redirection.response, responses);
        }
        return null;
    }
}
