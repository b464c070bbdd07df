package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;

/** A fork/join task runs: on a worker, or inside another task whose thread helps out while it waits. */
@Weave(type = "java.util.concurrent.ForkJoinTask", method = "doExec", parameters = {})
final class ForkJoinRunHandler extends RunHandler {
    private final Carriers carriers;

    ForkJoinRunHandler(HandOvers handOvers, Carriers carriers) {
        super(handOvers);
        this.carriers = carriers;
    }

    @Override
    public Object enter(Object task, Object a, Object b, Object c, Object d) {
        return carriers.isCurrent() ? null : handOvers.enter(task);
    }
}
