package io.obsagent.instrumentation.activemq;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection is interrupted and will be resumed, or has failed. */
@Weave(type = "org.apache.activemq.ActiveMQConnection", method = {"transportInterupted", "transportFailed"})
final class LossHandler extends Handler {
    private final Connections connections;

    LossHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        BrokerConnection connection = connections.find(self);
        if (connection != null) {
            connection.lost();
        }
        return null;
    }
}
