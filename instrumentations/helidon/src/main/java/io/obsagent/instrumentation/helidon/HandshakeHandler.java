package io.obsagent.instrumentation.helidon;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.webserver.ConnectionContext;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/**
 * A request for a WebSocket, before it is routed. Answered with 101 it is over, because what follows is no request any
 * more; without an answer it goes on to the routing like any other. Since 4.5 it is routed at once.
 */
@Weave(type = "io.helidon.webserver.websocket.WsUpgrader", method = "upgrade", parameters = {
    "io.helidon.webserver.ConnectionContext", "io.helidon.http.HttpPrologue", "io.helidon.http.WritableHeaders"})
final class HandshakeHandler extends Handler {
    private final HttpServerTelemetry http;
    private final HandshakeReader reader;

    HandshakeHandler(HttpServerTelemetry http, HelidonHeaders headers) {
        this.http = http;
        this.reader = new HandshakeReader(headers);
    }

    @Override
    public Object enter(Object self, Object connection, Object prologue, Object headers, Object d) {
        HttpServerOperation operation = http.start(
                new Handshake((ConnectionContext) connection, (HttpPrologue) prologue, (Headers) headers), reader);
        if (operation != null) {
            operation.attach();
        }
        return operation;
    }

    @Override
    public Object exit(Object scope, Object upgraded, Throwable thrown) {
        HttpServerOperation operation = (HttpServerOperation) scope;
        operation.detach();
        operation.escaped(thrown);
        if (thrown != null) {
            operation.end(thrown instanceof RequestException ? ((RequestException) thrown).status().code() : 500);
        } else if (upgraded != null) {
            operation.end(101);
        } else {
            operation.discard();
        }
        return upgraded;
    }
}
