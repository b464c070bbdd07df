package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;

/** Where the head of a request is written, when everybody else has set his headers. Its body may come here later. */
@Weave(type = "io.vertx.core.http.impl.HttpClientRequestImpl", method = "doWrite", arguments = {})
final class WriteHandler extends Handler {
    private final Calls calls;
    private final Headers headers = new Headers();

    WriteHandler(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Call call = calls.of(self);
        if (call != null && call.write()) {
            HttpClientOperation operation = call.operation;
            MultiMap fields = ((HttpClientRequest) self).headers();
            operation.attempted();
            operation.inject(fields, headers);
            operation.capture(fields, headers);
        }
        return null;
    }
}
