package io.obsagent.instrumentation.httpurlconnection;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.HttpURLConnection;
import java.net.Socket;

/** Where a request goes onto the wire: once, and again for each redirect and each authentication. */
@Weave(type = "sun.net.www.protocol.http.HttpURLConnection", method = "writeRequests", parameters = {})
final class WireHandler extends Handler {
    private final Connections connections;
    private final Sockets sockets;

    WireHandler(Connections connections, Sockets sockets) {
        this.connections = connections;
        this.sockets = sockets;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpClientOperation call = connections.running((HttpURLConnection) self);
        if (call != null) {
            call.attempted();
            Socket socket = call.sampled() ? sockets.of((HttpURLConnection) self) : null;
            if (socket != null) {
                call.connectedTo(socket.getInetAddress(), socket.getPort());
            }
        }
        return null;
    }
}
