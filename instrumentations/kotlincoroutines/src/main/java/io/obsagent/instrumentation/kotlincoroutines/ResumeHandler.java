package io.obsagent.instrumentation.kotlincoroutines;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import kotlin.coroutines.Continuation;

/**
 * The calling thread goes on with a coroutine until it is suspended again or ends. One that was created for nobody runs
 * for nobody, also when a thread that serves a request resumes it in place.
 */
@Weave(type = "kotlin.coroutines.jvm.internal.BaseContinuationImpl", method = "resumeWith", arguments = {})
final class ResumeHandler extends Handler {
    private final HandOvers handOvers;
    private final Coroutines coroutines;

    ResumeHandler(HandOvers handOvers, Coroutines coroutines) {
        this.handOvers = handOvers;
        this.coroutines = coroutines;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Object coroutine = coroutines.in(((Continuation<?>) self).getContext());
        return coroutine == null ? null : handOvers.resume(coroutines.of(coroutine));
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        handOvers.leave(scope);
        return result;
    }
}
