package io.obsagent.instrumentation.okhttp;

import io.obsagent.telemetry.Operation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Around the task of an enqueued call, callback included: both belong to the caller. */
@Weave(type = "okhttp3.RealCall$AsyncCall", method = "execute", parameters = {})
@Weave(type = "okhttp3.internal.connection.RealCall$AsyncCall", method = "run", parameters = {})
final class RunHandler extends Handler {
    private static final Object NOTHING = new Object();

    private final Callers callers;

    RunHandler(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Operation before = callers.resume(self);
        return before == null ? NOTHING : before;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        callers.leave(scope == NOTHING ? null : (Operation) scope);
        return result;
    }
}
