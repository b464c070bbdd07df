package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.proton.ProtonConnection;

/** A connection ends, whoever ended it. */
@Weave(type = "io.vertx.proton.impl.ProtonConnectionImpl", method = {"fireRemoteClose", "fireDisconnect"})
final class ConnectionCloseHandler extends Handler {
    private final Connections connections;

    ConnectionCloseHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        BrokerConnection connection = connections.of((ProtonConnection) self);
        if (connection != null) {
            connection.closed();
        }
        return null;
    }
}
