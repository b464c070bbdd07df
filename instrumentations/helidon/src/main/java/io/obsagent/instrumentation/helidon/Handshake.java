package io.obsagent.instrumentation.helidon;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;

/** A request for a WebSocket, of which Helidon makes no request object. Immutable. */
final class Handshake {
    final ConnectionContext connection;
    final HttpPrologue prologue;
    final Headers headers;

    Handshake(ConnectionContext connection, HttpPrologue prologue, Headers headers) {
        this.connection = connection;
        this.prologue = prologue;
        this.headers = headers;
    }
}
