package io.obsagent.instrumentation.undertow;

import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.undertow.util.StatusCodes;
import org.xnio.ssl.SslConnection;

/** A head in which the server finds no request: it answers by itself, and no exchange is made. */
@Weave(type = "io.undertow.server.protocol.http.HttpReadListener", method = "sendBadRequestAndClose", arguments = 0,
        parameters = {"org.xnio.StreamConnection", "java.lang.Throwable"})
final class RefusedHandler extends Handler {
    private final HttpServerTelemetry http;

    RefusedHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object connection, Object b, Object c, Object d) {
        http.refused(connection instanceof SslConnection, StatusCodes.BAD_REQUEST);
        return null;
    }
}
