package io.obsagent.instrumentation.protonj2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection ends, whoever ended it. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientConnection", method = "handleEngineShutdown", arguments = {})
final class ConnectionCloseHandler extends Handler {
    private final Connections connections;

    ConnectionCloseHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        connections.of(self).closed();
        return null;
    }
}
