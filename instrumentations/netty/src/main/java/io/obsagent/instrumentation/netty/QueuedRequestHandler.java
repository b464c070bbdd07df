package io.obsagent.instrumentation.netty;

import io.obsagent.telemetry.http.Resumed;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** reactor-netty takes up a request it had put aside. */
@Weave(type = "reactor.netty.http.server.HttpTrafficHandler", method = "run", parameters = {})
final class QueuedRequestHandler extends Handler {
    private final QueuedRequests queued;

    QueuedRequestHandler(QueuedRequests queued) {
        this.queued = queued;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return queued.takeUp(self);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Resumed) scope).close();
        return result;
    }
}
