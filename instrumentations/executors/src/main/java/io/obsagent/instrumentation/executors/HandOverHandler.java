package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;

/** A task is handed over; {@code enter} answers the task if an operation goes with it. */
abstract class HandOverHandler extends Handler {
    final HandOvers handOvers;

    HandOverHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public final Object exit(Object task, Object result, Throwable rejected) {
        if (rejected != null) {
            handOvers.withdraw(task);
        }
        return result;
    }
}
