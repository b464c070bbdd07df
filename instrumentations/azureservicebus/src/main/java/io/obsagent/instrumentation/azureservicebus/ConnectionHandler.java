package io.obsagent.instrumentation.azureservicebus;

import io.obsagent.telemetry.messaging.BrokerConnection;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;

/** The engine's connection changes. The client follows one that it has lost by another one of the engine. */
@Weave(type = "com.azure.core.amqp.implementation.handler.ConnectionHandler", method = {"onConnectionInit",
        "onConnectionRemoteOpen", "onConnectionRemoteClose", "onTransportError", "onConnectionFinal"}, arguments = 0)
final class ConnectionHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Brokers brokers;

    ConnectionHandler(MessagingTelemetry messaging, Brokers brokers) {
        this.messaging = messaging;
        this.brokers = brokers;
    }

    @Override
    public Object enter(Object self, Object happened, Object b, Object c, Object d) {
        Event event = (Event) happened;
        Connection connection = event.getConnection();
        BrokerConnection known = messaging.connections().find(connection);
        Event.Type type = event.getType();
        if (known == null) {
            if (type == Event.Type.CONNECTION_INIT) {
                com.azure.core.amqp.implementation.handler.ConnectionHandler handler =
                        (com.azure.core.amqp.implementation.handler.ConnectionHandler) self;
                brokers.connecting(connection, brokers.connected(handler.getHostname(),
                        handler.getProtocolPort(), handler.getConnectionProperties().get("product")));
            }
        } else if (type == Event.Type.CONNECTION_REMOTE_OPEN) {
            known.opened();
        } else if (connection.getLocalState() == EndpointState.CLOSED) {
            known.closed();
        } else if (type == Event.Type.TRANSPORT_ERROR || type == Event.Type.CONNECTION_REMOTE_CLOSE) {
            brokers.lost(known);
        }
        return null;
    }
}
