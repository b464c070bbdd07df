package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Command;
import com.rabbitmq.client.Method;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The broker stops and resumes reading from a connection. */
@Weave(type = "com.rabbitmq.client.impl.AMQConnection", method = "processControlCommand")
final class BlockedHandler extends Handler {
    private final Connections connections;

    BlockedHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object command, Object b, Object c, Object d) {
        Method method = ((Command) command).getMethod();
        if (method instanceof AMQP.Connection.Blocked) {
            connections.of(self).blocked();
        } else if (method instanceof AMQP.Connection.Unblocked) {
            connections.of(self).unblocked();
        }
        return null;
    }
}
