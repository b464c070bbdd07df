package io.obsagent.instrumentation.vertxclient;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The application gives a request up. The library's own timeouts come another way. */
@Weave(type = "io.vertx.core.http.impl.HttpClientRequestBase", method = "reset", parameters = "long", arguments = {})
@Weave(type = "io.vertx.core.http.impl.HttpClientRequestBase", method = "reset", arguments = {},
        parameters = {"long", "java.lang.Throwable"})
final class ResetHandler extends Handler {
    private final Calls calls;

    ResetHandler(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Call call = calls.of(self);
        if (call != null) {
            call.operation.cancelled();
        }
        return null;
    }
}
