package io.obsagent.instrumentation.rabbitmqamqp;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The application gets what it declares queues with; no operation. */
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpConnection", method = "management", parameters = {}, arguments = {})
final class ManagementHandler extends Handler {
    private final Connections connections;

    ManagementHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object connection, Object management, Throwable thrown) {
        if (management != null) {
            connections.manages(connection, management);
        }
        return management;
    }
}
