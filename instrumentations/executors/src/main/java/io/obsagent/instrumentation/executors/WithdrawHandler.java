package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/**
 * A task leaves a pool without being run by it. A rejection that throws is seen where the task was handed in; these
 * policies return, having dropped it, run it on the spot or handed it in once more.
 */
@Weave(type = "java.util.concurrent.ThreadPoolExecutor", method = "remove", parameters = "java.lang.Runnable")
@Weave(type = {"java.util.concurrent.ThreadPoolExecutor$CallerRunsPolicy",
        "java.util.concurrent.ThreadPoolExecutor$DiscardPolicy",
        "java.util.concurrent.ThreadPoolExecutor$DiscardOldestPolicy"}, method = "rejectedExecution")
final class WithdrawHandler extends Handler {
    private final HandOvers handOvers;

    WithdrawHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object self, Object task, Object b, Object c, Object d) {
        handOvers.withdraw(task);
        return null;
    }
}
