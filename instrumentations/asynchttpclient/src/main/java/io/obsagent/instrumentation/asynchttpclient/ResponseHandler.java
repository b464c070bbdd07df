package io.obsagent.instrumentation.asynchttpclient;

import io.netty.handler.codec.http.HttpHeaders;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.asynchttpclient.AsyncHandler;
import org.asynchttpclient.HttpResponseStatus;

/** Where the head of a response is looked at: of each attempt, the last one is that of the call. */
@Weave(type = "org.asynchttpclient.netty.handler.intercept.Interceptors", method = "exitAfterIntercept", arguments = {2, 4, 5})
final class ResponseHandler extends Handler {
    private final Executions executions;

    ResponseHandler(Executions executions) {
        this.executions = executions;
    }

    @Override
    public Object enter(Object self, Object handler, Object status, Object headers, Object d) {
        Execution execution = executions.of((AsyncHandler<?>) handler);
        if (execution != null) {
            execution.received((HttpResponseStatus) status, (HttpHeaders) headers);
        }
        return null;
    }
}
