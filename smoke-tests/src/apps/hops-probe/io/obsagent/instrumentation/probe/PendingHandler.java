package io.obsagent.instrumentation.probe;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Answers how many tasks wait with an operation. */
@Weave(type = "Probe", method = "pending", replacesResult = true)
final class PendingHandler extends Handler {
    private final HandOvers handOvers;

    PendingHandler(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return this;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        return Integer.toString(handOvers.pending());
    }
}
