package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Weave;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.reactivex.rxjava3.flowables.ConnectableFlowable;
import io.reactivex.rxjava3.internal.fuseable.HasUpstreamPublisher;

@Weave(type = "io.reactivex.rxjava3.core.Flowable", method = "subscribe",
        parameters = "io.reactivex.rxjava3.core.FlowableSubscriber", replaces = 0)
final class FlowableHandler extends SourceHandler {
    FlowableHandler(Telemetry telemetry, HandOvers handOvers) {
        super(telemetry, handOvers);
    }

    @Override
    boolean shares(Object source) {
        return source instanceof FlowableSubscriber || source instanceof ConnectableFlowable;
    }

    @Override
    boolean passesOn(Object source) {
        return source instanceof HasUpstreamPublisher;
    }

    @Override
    Object wrap(Object observer, Operation operation, HandOvers handOvers) {
        return new ContextSubscriber<>((FlowableSubscriber<?>) observer, operation, handOvers);
    }
}
