package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Weave;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.internal.fuseable.HasUpstreamSingleSource;

@Weave(type = "io.reactivex.rxjava3.core.Single", method = "subscribe",
        parameters = "io.reactivex.rxjava3.core.SingleObserver", replaces = 0)
final class SingleHandler extends SourceHandler {
    SingleHandler(Telemetry telemetry, HandOvers handOvers) {
        super(telemetry, handOvers);
    }

    @Override
    boolean shares(Object source) {
        return source instanceof SingleObserver;
    }

    @Override
    boolean passesOn(Object source) {
        return source instanceof HasUpstreamSingleSource;
    }

    @Override
    Object wrap(Object observer, Operation operation, HandOvers handOvers) {
        return new ContextSingleObserver<>((SingleObserver<?>) observer, operation, handOvers);
    }
}
