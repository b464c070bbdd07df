package io.obsagent.instrumentation.reactor;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.MonoOperator;

/** Someone subscribes to a source. Operators only pass their subscriber on to one. */
@Weave(type = "reactor.core.CorePublisher", implementors = true, method = "subscribe",
        parameters = "reactor.core.CoreSubscriber", replaces = 0)
final class SourceHandler extends Handler {
    private final Telemetry telemetry;
    private final HandOvers handOvers;

    SourceHandler(Telemetry telemetry, HandOvers handOvers) {
        this.telemetry = telemetry;
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object publisher, Object subscriber, Object b, Object c, Object d) {
        Operation current = telemetry.current();
        boolean passesOn = publisher instanceof MonoOperator || publisher instanceof FluxOperator;
        return current == null || passesOn || ContextSubscriber.restores(subscriber, current) ? null : current;
    }

    @Override
    public Object argument(Object operation, Object subscriber) {
        return ContextSubscriber.of((CoreSubscriber<?>) subscriber, (Operation) operation, handOvers);
    }
}
