package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.proton.impl.ProtonDeliveryImpl;
import org.apache.qpid.proton.amqp.transport.DeliveryState;

/** The broker says what became of a message that was sent. */
@Weave(type = "io.vertx.proton.impl.ProtonDeliveryImpl", method = "fireUpdate")
final class ConfirmHandler extends Handler {
    private final Outcomes outcomes;

    ConfirmHandler(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        ProtonDeliveryImpl delivery = (ProtonDeliveryImpl) self;
        if (delivery.remotelySettled()) {
            DeliveryState state = delivery.getRemoteState();
            outcomes.awaited.answered(delivery, state == null ? null : Verb.settling(state.getType().name()));
        }
        return null;
    }
}
