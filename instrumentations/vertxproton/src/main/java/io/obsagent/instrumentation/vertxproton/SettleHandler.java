package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.proton.ProtonReceiver;
import io.vertx.proton.impl.ProtonDeliveryImpl;
import org.apache.qpid.proton.amqp.transport.DeliveryState;

/** The application says what becomes of a message. What a receiver accepts by itself is no operation. */
@Weave(type = "io.vertx.proton.impl.ProtonDeliveryImpl", method = "disposition", arguments = 0)
@Weave(type = "io.vertx.proton.impl.ProtonDeliveryImpl", method = "settle", arguments = {})
final class SettleHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Destinations destinations;
    private final Held held;

    SettleHandler(MessagingTelemetry messaging, Destinations destinations, Held held) {
        this.messaging = messaging;
        this.destinations = destinations;
        this.held = held;
    }

    @Override
    public Object enter(Object self, Object state, Object b, Object c, Object d) {
        ProtonDeliveryImpl delivery = (ProtonDeliveryImpl) self;
        Verb verb = state == null ? null : Verb.settling(((DeliveryState) state).getType().name());
        if (verb == null) {
            held.settled(delivery);
            return null;
        }
        Object link = delivery.getLink();
        if (delivery.isSettled() || !(link instanceof ProtonReceiver)) {
            return null;
        }
        held.settled(delivery);
        ProtonReceiver receiver = (ProtonReceiver) link;
        if (verb == Verb.ACCEPT && receiver.isAutoAccept()) {
            return null;
        }
        Destination source = destinations.source(receiver);
        return Work.begin(messaging.settle(source, verb), source, verb);
    }

    @Override
    public Object exit(Object work, Object result, Throwable thrown) {
        ((Work) work).end(thrown);
        return result;
    }
}
