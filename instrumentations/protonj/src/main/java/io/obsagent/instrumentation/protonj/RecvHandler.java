package io.obsagent.instrumentation.protonj;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;

/** The application takes bytes of a message; no operation yet. */
@Weave(type = "org.apache.qpid.proton.engine.impl.ReceiverImpl", method = "recv", arguments = {})
final class RecvHandler extends Handler {
    private final Taken taken;

    RecvHandler(Taken taken) {
        this.taken = taken;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Receiver receiver = (Receiver) self;
        Delivery delivery = receiver.current();
        if (delivery != null && Links.isOwn(receiver)) {
            taken.remember(delivery);
        }
        return null;
    }
}
