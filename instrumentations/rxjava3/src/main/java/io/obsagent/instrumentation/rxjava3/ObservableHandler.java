package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Weave;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.internal.fuseable.HasUpstreamObservableSource;
import io.reactivex.rxjava3.observables.ConnectableObservable;

@Weave(type = "io.reactivex.rxjava3.core.Observable", method = "subscribe",
        parameters = "io.reactivex.rxjava3.core.Observer", replaces = 0)
final class ObservableHandler extends SourceHandler {
    ObservableHandler(Telemetry telemetry, HandOvers handOvers) {
        super(telemetry, handOvers);
    }

    @Override
    boolean shares(Object source) {
        return source instanceof Observer || source instanceof ConnectableObservable;
    }

    @Override
    boolean passesOn(Object source) {
        return source instanceof HasUpstreamObservableSource;
    }

    @Override
    Object wrap(Object observer, Operation operation, HandOvers handOvers) {
        return new ContextObserver<>((Observer<?>) observer, operation, handOvers);
    }
}
