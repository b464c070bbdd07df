package io.obsagent.instrumentation.httpurlconnection;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.HttpURLConnection;

/** Where a request goes onto the wire: once, and again for each redirect and each authentication. */
@Weave(type = "sun.net.www.protocol.http.HttpURLConnection", method = "writeRequests", parameters = {})
final class WireHandler extends Handler {
    private final Connections connections;

    WireHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpClientOperation call = connections.running((HttpURLConnection) self);
        if (call != null) {
            call.attempted();
        }
        return null;
    }
}
