package io.obsagent.instrumentation.taskqueues;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A callback is given to a future of Vert.x: it works for whoever gave it, wherever the future is completed. */
@Weave(type = "io.vertx.core.impl.future.FutureImpl", method = "addListener")
final class FutureCallbackHandler extends Handler {
    private final HandOvers handOvers;

    FutureCallbackHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object self, Object callback, Object b, Object c, Object d) {
        handOvers.handOver(callback);
        return null;
    }
}
