package io.obsagent.instrumentation.qpidjms;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection is interrupted and will be restored, or has failed. */
@Weave(type = "org.apache.qpid.jms.JmsConnection", method = {"onConnectionInterrupted", "onConnectionFailure"})
final class LossHandler extends Handler {
    private final MessagingTelemetry messaging;

    LossHandler(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        BrokerConnection connection = messaging.connections().find(self);
        if (connection != null) {
            connection.lost();
        }
        return null;
    }
}
