package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection takes a connection of the library below, its first one or the next after a loss; no operation. */
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpConnection", method = "sync", arguments = 0)
final class LocateHandler extends Handler {
    private final Connections connections;

    LocateHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object nativeConnection, Object b, Object c, Object d) {
        connections.uses(self, nativeConnection);
        return null;
    }
}
