package io.obsagent.instrumentation.okhttp;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Where the task of an enqueued call is made, on the caller's thread. */
@Weave(type = {"okhttp3.RealCall$AsyncCall", "okhttp3.internal.connection.RealCall$AsyncCall"}, method = "<init>")
final class EnqueueHandler extends Handler {
    private static final Object SCOPE = new Object();

    private final Callers callers;

    EnqueueHandler(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return SCOPE;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        callers.remember(result);
        return result;
    }
}
