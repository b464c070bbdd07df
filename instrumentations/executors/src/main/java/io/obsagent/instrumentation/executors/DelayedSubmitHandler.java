package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A task enters a fork/join pool to run after a delay (Java 25: the timeouts of {@code CompletableFuture} too). */
@Weave(type = "java.util.concurrent.ForkJoinPool", method = "scheduleDelayedTask")
final class DelayedSubmitHandler extends HandOverHandler {
    private final Carriers carriers;

    DelayedSubmitHandler(HandOvers handOvers, Carriers carriers) {
        super(handOvers);
        this.carriers = carriers;
    }

    @Override
    public Object enter(Object pool, Object task, Object b, Object c, Object d) {
        if (carriers.isCurrent() || carriers.owns(pool)) {
            return null;
        }
        return ((Delayed) task).getDelay(TimeUnit.NANOSECONDS) > 0
                ? handOvers.handOverLater(task) : handOvers.handOver(task);
    }
}
