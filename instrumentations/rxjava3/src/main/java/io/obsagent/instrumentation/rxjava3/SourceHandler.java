package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;

/** Someone subscribes to a source. */
abstract class SourceHandler extends Handler {
    private final Telemetry telemetry;
    private final HandOvers handOvers;

    SourceHandler(Telemetry telemetry, HandOvers handOvers) {
        this.telemetry = telemetry;
        this.handOvers = handOvers;
    }

    @Override
    public final Object enter(Object source, Object observer, Object b, Object c, Object d) {
        boolean wraps = shares(source) || telemetry.current() != null && !passesOn(source);
        return wraps && observer != null ? this : null;
    }

    @Override
    public final Object argument(Object scope, Object observer) {
        return wrap(observer, telemetry.current(), handOvers);
    }

    /** Whether the source hands the signals of one to several observers: each sees its own operation, or none. */
    abstract boolean shares(Object source);

    /** Whether the source only passes its observer on to another one. */
    abstract boolean passesOn(Object source);

    abstract Object wrap(Object observer, Operation operation, HandOvers handOvers);
}
