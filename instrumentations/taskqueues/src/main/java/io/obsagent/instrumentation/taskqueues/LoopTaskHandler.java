package io.obsagent.instrumentation.taskqueues;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/**
 * An event loop of Netty or a thread of JBoss runs a task; which of the methods does so differs between releases and
 * loops.
 */
@Weave(type = "io.netty.util.concurrent.AbstractEventExecutor", method = {"safeExecute", "runTask"},
        parameters = "java.lang.Runnable")
@Weave(type = "io.netty.util.concurrent.DefaultEventExecutor", method = "run", parameters = {},
        aroundCallOf = "java.lang.Runnable.run")
@Weave(type = "org.jboss.threads.EnhancedQueueExecutor$Task", method = "doRunWith",
        parameters = {"java.lang.Runnable", "java.lang.Object"})
@Weave(type = "org.jboss.threads.ContextClassLoaderSavingRunnable", method = "run", parameters = {},
        aroundCallOf = "java.lang.Runnable.run")
final class LoopTaskHandler extends Handler {
    private final HandOvers handOvers;

    LoopTaskHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object self, Object task, Object b, Object c, Object d) {
        return handOvers.enterIfHandedOver(task);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        handOvers.leave(scope);
        return result;
    }
}
