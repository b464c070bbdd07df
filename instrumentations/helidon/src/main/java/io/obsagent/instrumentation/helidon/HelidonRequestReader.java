package io.obsagent.instrumentation.helidon;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.http.ServerRequest;

/** Reads the request that is routed. */
final class HelidonRequestReader extends PrologueReader<ServerRequest> {
    HelidonRequestReader(HelidonHeaders headers) {
        super(headers);
    }

    @Override
    HttpPrologue prologue(ServerRequest request) {
        return request.prologue();
    }

    @Override
    Headers headers(ServerRequest request) {
        return request.headers();
    }

    @Override
    PeerInfo peer(ServerRequest request) {
        return request.remotePeer();
    }

    @Override
    public String scheme(ServerRequest request) {
        return request.isSecure() ? "https" : "http";
    }

    @Override
    public String authority(ServerRequest request) {
        return request.authority();
    }
}
