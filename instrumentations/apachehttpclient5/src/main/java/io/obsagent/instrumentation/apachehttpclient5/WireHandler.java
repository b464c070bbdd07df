package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.HttpClientConnection;

/** Where a blocking client puts a request onto the wire: once, and again for each redirect, retry and challenge. */
@Weave(type = "org.apache.hc.core5.http.impl.io.HttpRequestExecutor", method = "execute", arguments = {0, 1}, parameters = {
        "org.apache.hc.core5.http.ClassicHttpRequest", "org.apache.hc.core5.http.io.HttpClientConnection",
        "org.apache.hc.core5.http.io.HttpResponseInformationCallback", "org.apache.hc.core5.http.protocol.HttpContext"})
final class WireHandler extends Handler {
    private final HttpClientTelemetry client;

    WireHandler(HttpClientTelemetry client) {
        this.client = client;
    }

    @Override
    public Object enter(Object self, Object request, Object connection, Object c, Object d) {
        HttpClientOperation operation = client.attached();
        if (operation != null && !"CONNECT".equals(((ClassicHttpRequest) request).getMethod())) {
            operation.attempted();
            if (operation.sampled()) {
                operation.connectedTo(((HttpClientConnection) connection).getRemoteAddress());
            }
        }
        return null;
    }
}
