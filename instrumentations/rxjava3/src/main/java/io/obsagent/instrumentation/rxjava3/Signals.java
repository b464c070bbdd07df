package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;

/** What all observers of sources share: signals are handed on inside the operation that subscribed. Immutable. */
abstract class Signals {
    private final Operation operation;
    private final HandOvers handOvers;

    Signals(Operation operation, HandOvers handOvers) {
        this.operation = operation;
        this.handOvers = handOvers;
    }

    final Object begin() {
        return handOvers.resume(operation);
    }

    final void end(Object scope) {
        if (scope != null) {
            handOvers.leave(scope);
        }
    }
}
