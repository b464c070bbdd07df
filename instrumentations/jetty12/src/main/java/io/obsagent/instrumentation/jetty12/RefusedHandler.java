package io.obsagent.instrumentation.jetty12;

import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.internal.HttpConnection;

/** A head in which the parser finds no request: Jetty answers by itself, and no handler sees it. */
@Weave(type = "org.eclipse.jetty.server.internal.HttpConnection$RequestHandler", method = "badMessage",
        parameters = "org.eclipse.jetty.http.HttpException")
final class RefusedHandler extends Handler {
    private final HttpServerTelemetry http;

    RefusedHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object failure, Object b, Object c, Object d) {
        HttpConnection connection = HttpConnection.getCurrentConnection();
        boolean secure = connection != null && connection.getEndPoint() instanceof SslConnection.SslEndPoint;
        http.refused(secure, ((HttpException) failure).getCode());
        return null;
    }
}
