package io.obsagent.instrumentation.reactor;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import reactor.core.CoreSubscriber;

/**
 * Someone subscribes to an operator that serves several subscribers from the signals of one: each sees its own
 * operation, or none.
 */
@Weave(type = {"reactor.core.publisher.MonoCacheTime", "reactor.core.publisher.MonoCacheInvalidateIf",
        "reactor.core.publisher.MonoCacheInvalidateWhen", "reactor.core.publisher.FluxReplay"},
        method = "subscribeOrReturn", parameters = "reactor.core.CoreSubscriber", replaces = 0)
final class SharingHandler extends Handler {
    private final Telemetry telemetry;
    private final HandOvers handOvers;

    SharingHandler(Telemetry telemetry, HandOvers handOvers) {
        this.telemetry = telemetry;
        this.handOvers = handOvers;
    }

    @Override
    public Object enter(Object operator, Object subscriber, Object b, Object c, Object d) {
        return this;
    }

    @Override
    public Object argument(Object scope, Object subscriber) {
        return ContextSubscriber.of((CoreSubscriber<?>) subscriber, telemetry.current(), handOvers);
    }
}
