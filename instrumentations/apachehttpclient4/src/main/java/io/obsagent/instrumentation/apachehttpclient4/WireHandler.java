package io.obsagent.instrumentation.apachehttpclient4;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.http.HttpInetConnection;
import org.apache.http.HttpRequest;

/** Where a request goes onto the wire: once, and again for each redirect, retry and challenge. */
@Weave(type = "org.apache.http.protocol.HttpRequestExecutor", method = "execute", arguments = {0, 1})
final class WireHandler extends Handler {
    private final HttpClientTelemetry client;

    WireHandler(HttpClientTelemetry client) {
        this.client = client;
    }

    @Override
    public Object enter(Object self, Object request, Object connection, Object c, Object d) {
        HttpClientOperation operation = client.attached();
        if (operation != null && !"CONNECT".equals(((HttpRequest) request).getRequestLine().getMethod())) {
            operation.attempted();
            if (operation.sampled() && connection instanceof HttpInetConnection) {
                HttpInetConnection peer = (HttpInetConnection) connection;
                operation.connectedTo(peer.getRemoteAddress(), peer.getRemotePort());
            }
        }
        return null;
    }
}
