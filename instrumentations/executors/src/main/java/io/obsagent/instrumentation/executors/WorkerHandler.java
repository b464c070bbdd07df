package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The thread of a pool or timer runs a task. A task that throws ends the thread, and its context with it. */
@Weave(type = "java.util.concurrent.ThreadPoolExecutor", method = "runWorker", aroundCallOf = "java.lang.Runnable.run")
@Weave(type = "java.util.TimerThread", method = "mainLoop", aroundCallOf = "java.util.TimerTask.run")
final class WorkerHandler extends Handler {
    private final HandOvers handOvers;

    WorkerHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object self, Object task, Object b, Object c, Object d) {
        return handOvers.begin(task);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        handOvers.idle(scope);
        return result;
    }
}
