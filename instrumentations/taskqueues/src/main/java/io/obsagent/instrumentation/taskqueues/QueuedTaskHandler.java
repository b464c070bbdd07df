package io.obsagent.instrumentation.taskqueues;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A task enters a queue. */
@Weave(type = "io.netty.util.concurrent.SingleThreadEventExecutor", method = "addTask", parameters = "java.lang.Runnable")
@Weave(type = "io.vertx.core.impl.TaskQueue", method = "execute",
        parameters = {"java.lang.Runnable", "java.util.concurrent.Executor"})
@Weave(type = {"com.google.common.util.concurrent.SequentialExecutor",
        "com.google.common.util.concurrent.SerializingExecutor", "org.jboss.threads.EnhancedQueueExecutor"},
        method = "execute", parameters = "java.lang.Runnable")
final class QueuedTaskHandler extends Handler {
    private final HandOvers handOvers;

    QueuedTaskHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object self, Object task, Object b, Object c, Object d) {
        return handOvers.handOver(task);
    }

    @Override
    public Object exit(Object task, Object result, Throwable rejected) {
        if (rejected != null) {
            handOvers.withdraw(task);
        }
        return result;
    }
}
