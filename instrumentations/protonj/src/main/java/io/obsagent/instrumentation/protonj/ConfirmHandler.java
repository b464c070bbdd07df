package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Delivery;

/** The broker says what became of a message that was sent; its state is known before. */
@Weave(type = "org.apache.qpid.proton.engine.impl.DeliveryImpl", method = "setRemoteSettled", arguments = {})
final class ConfirmHandler extends Handler {
    private final Outcomes outcomes;

    ConfirmHandler(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        DeliveryState state = ((Delivery) self).getRemoteState();
        outcomes.awaited.answered(self, state == null ? null : Verb.settling(state.getType().name()));
        return null;
    }
}
