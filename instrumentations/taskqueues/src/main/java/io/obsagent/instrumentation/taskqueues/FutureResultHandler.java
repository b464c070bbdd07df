package io.obsagent.instrumentation.taskqueues;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A future of Vert.x calls its callback, or hands it to the context that it belongs to. */
@Weave(type = "io.vertx.core.impl.future.FutureBase", method = {"emitSuccess", "emitFailure"}, arguments = 1)
@Weave(type = "io.vertx.core.impl.future.FutureBase", method = "emitResult", arguments = 2, parameters = {
        "java.lang.Object", "java.lang.Throwable", "io.vertx.core.Completable"})
final class FutureResultHandler extends Handler {
    private final HandOvers handOvers;

    FutureResultHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object self, Object callback, Object b, Object c, Object d) {
        return handOvers.enterIfHandedOver(callback);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        handOvers.leave(scope);
        return result;
    }
}
