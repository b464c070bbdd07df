package io.obsagent.instrumentation.protonj2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A session ends, with its connection or without it; the library makes a lost one anew. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientSession",
        method = {"immediateSessionShutdown", "handleEngineShutdown"}, arguments = {})
final class SessionCloseHandler extends Handler {
    private final Connections connections;

    SessionCloseHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        connections.session(self).closed();
        return null;
    }
}
