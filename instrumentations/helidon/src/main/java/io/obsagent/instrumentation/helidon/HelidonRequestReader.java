package io.obsagent.instrumentation.helidon;

import io.helidon.webserver.http.ServerRequest;
import io.obsagent.telemetry.http.HttpRequestReader;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Reads the request that is routed. */
final class HelidonRequestReader implements HttpRequestReader<ServerRequest> {
    private final HelidonHeaders headers;

    HelidonRequestReader(HelidonHeaders headers) {
        this.headers = headers;
    }

    @Override
    public String method(ServerRequest request) {
        return request.prologue().method().text();
    }

    @Override
    public String scheme(ServerRequest request) {
        return request.isSecure() ? "https" : "http";
    }

    @Override
    public String path(ServerRequest request) {
        return request.prologue().uriPath().rawPath();
    }

    @Override
    public String query(ServerRequest request) {
        String query = request.prologue().query().rawValue();
        return query == null || query.isEmpty() ? null : query;
    }

    @Override
    public String protocol(ServerRequest request) {
        return request.prologue().rawProtocol();
    }

    @Override
    public String peerAddress(ServerRequest request) {
        SocketAddress peer = request.remotePeer().address();
        return peer instanceof InetSocketAddress && ((InetSocketAddress) peer).getAddress() != null
                ? ((InetSocketAddress) peer).getAddress().getHostAddress() : null;
    }

    @Override
    public int peerPort(ServerRequest request) {
        return request.remotePeer().port();
    }

    @Override
    public String authority(ServerRequest request) {
        return request.authority();
    }

    @Override
    public String get(ServerRequest request, String name) {
        return headers.get(request.headers(), name);
    }
}
