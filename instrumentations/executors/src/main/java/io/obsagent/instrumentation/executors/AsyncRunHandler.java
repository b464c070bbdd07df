package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;

/** A task of {@code CompletableFuture} runs on a thread of its own; on a pool its operation has been taken before. */
@Weave(type = {"java.util.concurrent.CompletableFuture$AsyncRun", "java.util.concurrent.CompletableFuture$AsyncSupply",
        "java.util.concurrent.CompletableFuture$Completion"}, method = "run", parameters = {})
final class AsyncRunHandler extends RunHandler {
    AsyncRunHandler(HandOvers handOvers) {
        super(handOvers);
    }

    @Override
    public Object enter(Object task, Object a, Object b, Object c, Object d) {
        return handOvers.enterIfHandedOver(task);
    }
}
