package io.obsagent.instrumentation.executors;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.weave.Weave;

/** A task enters a fork/join pool to run again and again: it belongs to nobody (Java 25). */
@Weave(type = "java.util.concurrent.ForkJoinPool", method = {"scheduleAtFixedRate", "scheduleWithFixedDelay"})
final class PeriodicHandler extends RunHandler {
    PeriodicHandler(HandOvers handOvers) {
        super(handOvers);
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return handOvers.resume(null);
    }
}
