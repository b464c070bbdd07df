package io.obsagent.instrumentation.artemis;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;

/** A connection has been let in. */
@Weave(type = "org.apache.activemq.artemis.jms.client.ActiveMQConnection", method = "authorize", arguments = {})
final class OpenHandler extends Handler {
    private final Connections connections;

    OpenHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object connection, Object result, Throwable thrown) {
        ClientSessionFactory factory = ((ActiveMQConnection) connection).getSessionFactory();
        if (thrown == null && factory != null) {
            connections.opened(connection, factory);
        }
        return result;
    }
}
