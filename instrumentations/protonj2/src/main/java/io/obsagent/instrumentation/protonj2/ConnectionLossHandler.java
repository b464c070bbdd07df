package io.obsagent.instrumentation.protonj2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection is interrupted; the library may reconnect. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientConnection", method = "submitDisconnectionEvent", arguments = {})
final class ConnectionLossHandler extends Handler {
    private final Connections connections;

    ConnectionLossHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        connections.of(self).lost();
        return null;
    }
}
