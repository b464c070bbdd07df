package io.obsagent.instrumentation.activemq;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.activemq.ActiveMQConnection;

/** A connection is used; the first time the broker is told of it. */
@Weave(type = "org.apache.activemq.ActiveMQConnection", method = "ensureConnectionInfoSent")
final class OpenHandler extends Handler {
    private final Connections connections;

    OpenHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return connections.find(self) == null ? self : null;
    }

    @Override
    public Object exit(Object connection, Object result, Throwable thrown) {
        if (thrown == null) {
            connections.used((ActiveMQConnection) connection);
        }
        return result;
    }
}
