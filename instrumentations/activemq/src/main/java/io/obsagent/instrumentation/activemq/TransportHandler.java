package io.obsagent.instrumentation.activemq;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.URI;

/** A client's transport is made; what accepts connections makes its own in another way. */
@Weave(type = "org.apache.activemq.transport.tcp.TcpTransport", method = "<init>", parameters = {
        "org.apache.activemq.wireformat.WireFormat", "javax.net.SocketFactory", "java.net.URI", "..."}, arguments = 2)
final class TransportHandler extends Handler {
    private final Connections connections;

    TransportHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object location, Object b, Object c, Object d) {
        return location;
    }

    @Override
    public Object exit(Object location, Object transport, Throwable thrown) {
        if (transport != null) {
            connections.made(transport, (URI) location);
        }
        return transport;
    }
}
