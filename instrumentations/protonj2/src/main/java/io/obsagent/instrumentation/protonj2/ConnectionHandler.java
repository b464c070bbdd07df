package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A connection is open, for the first time or again, and at which host. */
@Weave(type = "org.apache.qpid.protonj2.client.impl.ClientConnection", method = "submitConnectionEvent", arguments = {1, 2})
final class ConnectionHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Connections connections;

    ConnectionHandler(MessagingTelemetry messaging, Connections connections) {
        this.messaging = messaging;
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object host, Object port, Object c, Object d) {
        connections.of(self).opened(messaging.broker(Connections.SYSTEM, (String) host, (int) port, null, 0));
        return null;
    }
}
