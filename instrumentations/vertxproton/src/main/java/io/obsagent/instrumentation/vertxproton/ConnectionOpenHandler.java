package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.proton.ProtonConnection;

/** The broker has opened a connection. */
@Weave(type = "io.vertx.proton.impl.ProtonConnectionImpl", method = "fireRemoteOpen")
final class ConnectionOpenHandler extends Handler {
    private final Connections connections;

    ConnectionOpenHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        BrokerConnection connection = connections.of((ProtonConnection) self);
        if (connection != null) {
            connection.opened();
        }
        return null;
    }
}
