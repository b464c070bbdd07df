package io.obsagent.instrumentation.asynchttpclient;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.asynchttpclient.netty.NettyResponseFuture;

/** Around the end of a future: what the application does with it belongs to the caller. */
@Weave(type = "org.asynchttpclient.netty.NettyResponseFuture", method = {"done", "abort"}, arguments = {})
final class DoneHandler extends Handler {
    private static final Object NOTHING = new Object();

    private final Telemetry telemetry;
    private final Executions executions;

    DoneHandler(Telemetry telemetry, Executions executions) {
        this.telemetry = telemetry;
        this.executions = executions;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Execution execution = executions.of(((NettyResponseFuture<?>) self).getAsyncHandler());
        if (execution == null) {
            return null;
        }
        Operation before = telemetry.thread().swap(execution.caller);
        return before == null ? NOTHING : before;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        telemetry.thread().swap(scope == NOTHING ? null : (Operation) scope);
        return result;
    }
}
