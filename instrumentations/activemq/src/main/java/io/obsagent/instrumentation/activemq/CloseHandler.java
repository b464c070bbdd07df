package io.obsagent.instrumentation.activemq;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The application closes its connection, with all that is on it. */
@Weave(type = "org.apache.activemq.ActiveMQConnection", method = "close", parameters = {})
final class CloseHandler extends Handler {
    private final Connections connections;

    CloseHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return connections.find(self);
    }

    @Override
    public Object exit(Object connection, Object result, Throwable thrown) {
        ((BrokerConnection) connection).closed();
        return result;
    }
}
