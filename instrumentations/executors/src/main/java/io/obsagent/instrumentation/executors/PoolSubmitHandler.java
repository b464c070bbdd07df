package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;

/**
 * A task enters a fork/join pool from outside: all of its public methods end in {@code externalSubmit} up to Java 17,
 * in {@code poolSubmit} later.
 */
@Weave(type = "java.util.concurrent.ForkJoinPool", method = "externalSubmit",
        parameters = "java.util.concurrent.ForkJoinTask")
@Weave(type = "java.util.concurrent.ForkJoinPool", method = "poolSubmit",
        parameters = {"boolean", "java.util.concurrent.ForkJoinTask"}, arguments = 1)
final class PoolSubmitHandler extends HandOverHandler {
    private final Carriers carriers;

    PoolSubmitHandler(HandOvers handOvers, Carriers carriers) {
        super(handOvers);
        this.carriers = carriers;
    }

    @Override
    public Object enter(Object pool, Object task, Object b, Object c, Object d) {
        return carriers.isCurrent() || carriers.owns(pool) ? null : handOvers.handOver(task);
    }
}
