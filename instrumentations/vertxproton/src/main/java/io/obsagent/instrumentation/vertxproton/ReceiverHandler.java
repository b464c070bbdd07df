package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.proton.ProtonMessageHandler;
import io.vertx.proton.ProtonReceiver;

/** A receiver is given its handler, which nobody can ask it for again. */
@Weave(type = "io.vertx.proton.impl.ProtonReceiverImpl", method = "handler",
        parameters = "io.vertx.proton.ProtonMessageHandler", replaces = 0)
final class ReceiverHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Destinations destinations;
    private final Held held;

    ReceiverHandler(MessagingTelemetry messaging, Destinations destinations, Held held) {
        this.messaging = messaging;
        this.destinations = destinations;
        this.held = held;
    }

    @Override
    public Object enter(Object self, Object handler, Object b, Object c, Object d) {
        return handler == null ? null : self;
    }

    @Override
    public Object argument(Object receiver, Object handler) {
        return new TracedHandler((ProtonMessageHandler) handler, (ProtonReceiver) receiver, messaging, destinations, held);
    }
}
