package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.telemetry.messaging.Work;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.engine.IncomingDelivery;
import org.apache.qpid.protonj2.types.transport.DeliveryState;

/** The application says what becomes of a message. That the library accepts it while it is received is no operation. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientReceiverLinkType", method = "disposition", arguments = {0, 1, 2})
final class SettleHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Destinations destinations;
    private final Arrivals arrivals;

    SettleHandler(Telemetry telemetry, MessagingTelemetry messaging, Destinations destinations, Arrivals arrivals) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.destinations = destinations;
        this.arrivals = arrivals;
    }

    @Override
    public Object enter(Object self, Object delivery, Object state, Object settled, Object d) {
        Verb verb = state == null ? null : Verb.settling(((DeliveryState) state).getType().name());
        if (verb != null || (boolean) settled) {
            arrivals.settled((IncomingDelivery) delivery);
        }
        Operation current = telemetry.current();
        if (verb == null || !(self instanceof Receiver) || current != null && current.layer() == Layer.MESSAGING_RECEIVE) {
            return null;
        }
        Destination source = destinations.source((Receiver) self);
        return Work.begin(messaging.settle(source, verb), source, verb);
    }

    @Override
    public Object exit(Object work, Object result, Throwable thrown) {
        ((Work) work).end(thrown);
        return result;
    }
}
