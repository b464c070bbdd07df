package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A request fails: no response comes, or the rest of one does not. */
@Weave(type = "io.vertx.core.http.impl.HttpClientRequestBase", method = "fail", parameters = "java.lang.Throwable")
final class FailureHandler extends Handler {
    private final Calls calls;

    FailureHandler(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object thrown, Object b, Object c, Object d) {
        Call call = calls.of(self);
        if (call != null) {
            call.operation.failed((Throwable) thrown);
        }
        return null;
    }
}
