package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Connection;
import com.rabbitmq.client.amqp.Consumer;
import com.rabbitmq.client.amqp.Resource;
import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection or a consumer is opened, lost or closed. */
@Weave(type = "com.rabbitmq.client.amqp.impl.ResourceBase", method = "state",
        parameters = {"com.rabbitmq.client.amqp.Resource$State", "java.lang.Throwable"}, arguments = 0)
final class StateHandler extends Handler {
    private final Connections connections;
    private final Deliveries deliveries;

    StateHandler(Connections connections, Deliveries deliveries) {
        this.connections = connections;
        this.deliveries = deliveries;
    }

    @Override
    public Object enter(Object self, Object state, Object b, Object c, Object d) {
        boolean lost = state == Resource.State.RECOVERING;
        boolean closed = state == Resource.State.CLOSED;
        if (self instanceof Connection) {
            follow(connections.of(self), state == Resource.State.OPEN, lost, closed);
        } else if (self instanceof Consumer && (lost || closed)) {
            deliveries.lost((Consumer) self, closed);
        }
        return null;
    }

    private static void follow(BrokerConnection connection, boolean opened, boolean lost, boolean closed) {
        if (opened) {
            connection.opened();
        } else if (lost) {
            connection.lost();
        } else if (closed) {
            connection.closed();
        }
    }
}
