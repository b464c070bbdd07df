package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;

/** Something runs with an operation of its own, perhaps inside another one that comes back afterwards. */
abstract class RunHandler extends Handler {
    final HandOvers handOvers;

    RunHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public final Object exit(Object scope, Object result, Throwable thrown) {
        handOvers.leave(scope);
        return result;
    }
}
