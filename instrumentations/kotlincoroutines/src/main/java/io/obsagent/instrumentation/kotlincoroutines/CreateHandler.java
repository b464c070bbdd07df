package io.obsagent.instrumentation.kotlincoroutines;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import kotlin.coroutines.CoroutineContext;

/** A coroutine is created. */
@Weave(type = "kotlinx.coroutines.AbstractCoroutine", method = "<init>", arguments = {})
final class CreateHandler extends Handler {
    private static final Object SCOPE = new Object();

    private final Coroutines coroutines;

    CreateHandler(Coroutines coroutines) {
        this.coroutines = coroutines;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return SCOPE;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (result instanceof CoroutineContext.Element) {
            coroutines.created((CoroutineContext.Element) result);
        }
        return result;
    }
}
