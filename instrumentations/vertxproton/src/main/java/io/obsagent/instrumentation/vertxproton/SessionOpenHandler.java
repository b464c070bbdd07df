package io.obsagent.instrumentation.vertxproton;

import io.obsagent.telemetry.messaging.BrokerSession;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.vertx.proton.ProtonSession;

/** The broker has opened a session. */
@Weave(type = "io.vertx.proton.impl.ProtonSessionImpl", method = "fireRemoteOpen")
final class SessionOpenHandler extends Handler {
    private final Connections connections;

    SessionOpenHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        BrokerSession session = connections.session((ProtonSession) self);
        if (session != null) {
            session.opened();
        }
        return null;
    }
}
