package io.obsagent.instrumentation.helidon;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;

/** Reads the request for a WebSocket. */
final class HandshakeReader extends PrologueReader<Handshake> {
    HandshakeReader(HelidonHeaders headers) {
        super(headers);
    }

    @Override
    HttpPrologue prologue(Handshake request) {
        return request.prologue;
    }

    @Override
    Headers headers(Handshake request) {
        return request.headers;
    }

    @Override
    PeerInfo peer(Handshake request) {
        return request.connection.remotePeer();
    }

    @Override
    public String scheme(Handshake request) {
        return request.connection.isSecure() ? "https" : "http";
    }
}
