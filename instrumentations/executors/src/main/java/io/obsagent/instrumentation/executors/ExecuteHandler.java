package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;

/**
 * A task enters a thread pool. {@code CompletableFuture} makes a thread for each task instead of using the common pool
 * where there is one processor, as in many containers.
 */
@Weave(type = {"java.util.concurrent.ThreadPoolExecutor", "java.util.concurrent.CompletableFuture$ThreadPerTaskExecutor"},
        method = "execute", parameters = "java.lang.Runnable")
final class ExecuteHandler extends HandOverHandler {
    ExecuteHandler(HandOvers handOvers) {
        super(handOvers);
    }

    @Override
    public Object enter(Object self, Object task, Object b, Object c, Object d) {
        return handOvers.handOver(task);
    }
}
