package io.obsagent.instrumentation.taskqueues;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/**
 * A queue runs one task after another. Guava wraps the task that starts a run, so that the wrapper is looked for first
 * and finds nothing.
 */
@Weave(type = "io.vertx.core.impl.TaskQueue", method = "run", parameters = {}, aroundCallOf = "java.lang.Runnable.run")
@Weave(type = {"com.google.common.util.concurrent.SequentialExecutor$QueueWorker",
        "com.google.common.util.concurrent.SerializingExecutor$QueueWorker"}, method = "workOnQueue",
        aroundCallOf = "java.lang.Runnable.run")
@Weave(type = "com.google.common.util.concurrent.SequentialExecutor$1", method = "run",
        aroundCallOf = "java.lang.Runnable.run")
final class QueueRunHandler extends Handler {
    private final HandOvers handOvers;

    QueueRunHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object self, Object task, Object b, Object c, Object d) {
        return handOvers.enter(task);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        handOvers.leave(scope);
        return result;
    }
}
