package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection has gone through its handshake. */
@Weave(type = "com.rabbitmq.client.impl.AMQConnection", method = "start", parameters = {})
final class ConnectionOpenHandler extends Handler {
    private final Connections connections;

    ConnectionOpenHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object self, Object result, Throwable thrown) {
        if (thrown == null) {
            connections.of(self).opened();
        }
        return result;
    }
}
