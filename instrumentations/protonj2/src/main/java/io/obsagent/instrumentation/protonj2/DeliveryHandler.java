package io.obsagent.instrumentation.protonj2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.protonj2.client.impl.ClientDelivery;
import org.apache.qpid.protonj2.engine.IncomingDelivery;

/** The library has a whole message for the application; no operation yet. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientDelivery", method = "<init>", arguments = 1)
final class DeliveryHandler extends Handler {
    private final Arrivals arrivals;

    DeliveryHandler(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public Object enter(Object self, Object incoming, Object b, Object c, Object d) {
        return incoming;
    }

    @Override
    public Object exit(Object incoming, Object delivery, Throwable thrown) {
        arrivals.delivered(delivery, ((ClientDelivery) delivery).receiver(), (IncomingDelivery) incoming);
        return delivery;
    }
}
