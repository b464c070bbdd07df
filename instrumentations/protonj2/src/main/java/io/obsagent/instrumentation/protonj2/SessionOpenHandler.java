package io.obsagent.instrumentation.protonj2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The broker has opened a session. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientSession", method = "handleRemoteOpen", arguments = {})
final class SessionOpenHandler extends Handler {
    private final Connections connections;

    SessionOpenHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        connections.session(self).opened();
        return null;
    }
}
