package io.obsagent.instrumentation.protonj2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.engine.IncomingDelivery;

/** The library takes the bytes of a delivery; no operation. */
@Weave(type = "org.apache.qpid.protonj2.engine.impl.ProtonIncomingDelivery", method = "readAll", parameters = {})
final class ArrivalHandler extends Handler {
    private final Arrivals arrivals;

    ArrivalHandler(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object incoming, Object bytes, Throwable thrown) {
        if (bytes != null) {
            arrivals.read((IncomingDelivery) incoming, Arrival.read((ProtonBuffer) bytes));
        }
        return bytes;
    }
}
