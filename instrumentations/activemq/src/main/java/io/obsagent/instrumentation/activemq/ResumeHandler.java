package io.obsagent.instrumentation.activemq;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.activemq.ActiveMQConnection;

/** A connection is there again, perhaps at another broker. */
@Weave(type = "org.apache.activemq.ActiveMQConnection", method = "transportResumed")
final class ResumeHandler extends Handler {
    private final Connections connections;

    ResumeHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        BrokerConnection connection = connections.find(self);
        if (connection != null) {
            connection.opened(connections.broker((ActiveMQConnection) self));
        }
        return null;
    }
}
