package io.obsagent.instrumentation.jetty9;

import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.HttpChannel;

/** A head in which the parser finds no request: Jetty answers by itself, and no handler sees it. */
@Weave(type = "org.eclipse.jetty.server.HttpChannelOverHttp", method = "badMessage",
        parameters = "org.eclipse.jetty.http.BadMessageException")
final class RefusedHandler extends Handler {
    private final HttpServerTelemetry http;

    RefusedHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object failure, Object b, Object c, Object d) {
        boolean secure = ((HttpChannel) self).getEndPoint() instanceof SslConnection.DecryptedEndPoint;
        http.refused(secure, ((BadMessageException) failure).getCode());
        return null;
    }
}
