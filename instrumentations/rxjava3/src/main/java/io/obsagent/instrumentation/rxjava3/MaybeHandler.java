package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Weave;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.internal.fuseable.HasUpstreamMaybeSource;

@Weave(type = "io.reactivex.rxjava3.core.Maybe", method = "subscribe",
        parameters = "io.reactivex.rxjava3.core.MaybeObserver", replaces = 0)
final class MaybeHandler extends SourceHandler {
    MaybeHandler(Telemetry telemetry, HandOvers handOvers) {
        super(telemetry, handOvers);
    }

    @Override
    boolean shares(Object source) {
        return source instanceof MaybeObserver;
    }

    @Override
    boolean passesOn(Object source) {
        return source instanceof HasUpstreamMaybeSource;
    }

    @Override
    Object wrap(Object observer, Operation operation, HandOvers handOvers) {
        return new ContextMaybeObserver<>((MaybeObserver<?>) observer, operation, handOvers);
    }
}
