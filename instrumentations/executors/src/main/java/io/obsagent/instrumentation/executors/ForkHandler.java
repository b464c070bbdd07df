package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/**
 * A fork/join task is forked, or invoked by the thread that has it. An invoked task is remembered too, so that
 * {@link ForkJoinRunHandler} can tell it from a stranger's task that a joining thread runs to help out.
 */
@Weave(type = "java.util.concurrent.ForkJoinTask", method = {"fork", "invoke", "quietlyInvoke"}, parameters = {})
final class ForkHandler extends Handler {
    private final HandOvers handOvers;

    ForkHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object task, Object a, Object b, Object c, Object d) {
        handOvers.handOver(task);
        return null;
    }
}
