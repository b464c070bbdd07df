package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Weave;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.internal.fuseable.HasUpstreamCompletableSource;

@Weave(type = "io.reactivex.rxjava3.core.Completable", method = "subscribe",
        parameters = "io.reactivex.rxjava3.core.CompletableObserver", replaces = 0)
final class CompletableHandler extends SourceHandler {
    CompletableHandler(Telemetry telemetry, HandOvers handOvers) {
        super(telemetry, handOvers);
    }

    @Override
    boolean shares(Object source) {
        return source instanceof CompletableObserver;
    }

    @Override
    boolean passesOn(Object source) {
        return source instanceof HasUpstreamCompletableSource;
    }

    @Override
    Object wrap(Object observer, Operation operation, HandOvers handOvers) {
        return new ContextCompletableObserver((CompletableObserver) observer, operation, handOvers);
    }
}
