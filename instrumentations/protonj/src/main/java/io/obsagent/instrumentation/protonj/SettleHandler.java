package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;

/** The application says what becomes of a message. */
@Weave(type = "org.apache.qpid.proton.engine.impl.DeliveryImpl", method = "disposition", arguments = 0)
final class SettleHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Links links;
    private final Taken taken;

    SettleHandler(MessagingTelemetry messaging, Links links, Taken taken) {
        this.messaging = messaging;
        this.links = links;
        this.taken = taken;
    }

    @Override
    public Object enter(Object self, Object state, Object b, Object c, Object d) {
        Delivery delivery = (Delivery) self;
        Verb verb = state == null ? null : Verb.settling(((DeliveryState) state).getType().name());
        Link link = delivery.getLink();
        if (verb == null || delivery.isSettled() || !(link instanceof Receiver) || !Links.isOwn(link)) {
            return null;
        }
        Destination source = links.source((Receiver) link);
        return Work.begin(messaging.settle(source, verb, taken.carried(delivery)), source, verb);
    }

    @Override
    public Object exit(Object work, Object result, Throwable thrown) {
        ((Work) work).end(thrown);
        return result;
    }
}
