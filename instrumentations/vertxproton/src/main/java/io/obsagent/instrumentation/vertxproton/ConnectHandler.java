package io.obsagent.instrumentation.vertxproton;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.core.net.NetSocket;

/** A client has a socket for its connection. */
@Weave(type = "io.vertx.proton.impl.ProtonConnectionImpl", method = "bindClient", arguments = 1)
final class ConnectHandler extends Handler {
    private final Connections connections;

    ConnectHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object socket, Object b, Object c, Object d) {
        connections.bound(self, ((NetSocket) socket).remoteAddress());
        return null;
    }
}
