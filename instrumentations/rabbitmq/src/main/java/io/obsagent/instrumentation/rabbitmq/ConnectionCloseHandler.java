package io.obsagent.instrumentation.rabbitmq;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection ends, whoever ended it. */
@Weave(type = "com.rabbitmq.client.impl.AMQConnection", method = "finishShutdown")
final class ConnectionCloseHandler extends Handler {
    private final Connections connections;

    ConnectionCloseHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object signal, Object b, Object c, Object d) {
        connections.of(self).closed();
        return null;
    }
}
