package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Address;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection of the library below has gone through its handshake with the node at an address; no operation. */
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpConnection$NativeConnectionWrapper", method = "<init>", arguments = 2,
        parameters = {"com.rabbitmq.qpid.protonj2.client.Connection", "java.lang.String", "com.rabbitmq.client.amqp.Address"})
@Weave(type = "com.rabbitmq.client.amqp.impl.AmqpConnection$NativeConnectionWrapper", method = "<init>", arguments = 3,
        parameters = {"com.rabbitmq.qpid.protonj2.client.Connection", "com.rabbitmq.qpid.protonj2.client.Session",
                "java.lang.String", "com.rabbitmq.client.amqp.Address"})
final class AddressHandler extends Handler {
    private final Connections connections;

    AddressHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object address, Object b, Object c, Object d) {
        return address;
    }

    @Override
    public Object exit(Object address, Object nativeConnection, Throwable thrown) {
        connections.connected(nativeConnection, (Address) address);
        return nativeConnection;
    }
}
