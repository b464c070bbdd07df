package io.obsagent.instrumentation.httpurlconnection;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.net.HttpURLConnection;

/** Where a connection may be used first without being asked for the response. Ends an operation only if that fails. */
@Weave(type = "sun.net.www.protocol.http.HttpURLConnection", method = {"connect", "getOutputStream"}, parameters = {})
@Weave(type = "sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection", method = "connect", parameters = {})
final class ConnectHandler extends Handler {
    private final Connections connections;
    private final RequestReader requests = new RequestReader(true);

    ConnectHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return connections.begin((HttpURLConnection) self, requests);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (thrown != null) {
            ((HttpClientOperation) scope).failed(thrown);
        }
        return result;
    }
}
