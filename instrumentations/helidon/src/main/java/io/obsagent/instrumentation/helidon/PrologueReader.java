package io.obsagent.instrumentation.helidon;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.obsagent.telemetry.http.HttpRequestReader;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Reads what Helidon has of a request at every stage: its first line, its headers and who sent it. */
abstract class PrologueReader<R> implements HttpRequestReader<R> {
    private final HelidonHeaders headers;

    PrologueReader(HelidonHeaders headers) {
        this.headers = headers;
    }

    abstract HttpPrologue prologue(R request);

    abstract Headers headers(R request);

    abstract PeerInfo peer(R request);

    @Override
    public final String method(R request) {
        return prologue(request).method().text();
    }

    @Override
    public final String path(R request) {
        return prologue(request).uriPath().rawPath();
    }

    @Override
    public final String query(R request) {
        String query = prologue(request).query().rawValue();
        return query == null || query.isEmpty() ? null : query;
    }

    @Override
    public final String protocol(R request) {
        return prologue(request).rawProtocol();
    }

    @Override
    public final String peerAddress(R request) {
        SocketAddress peer = peer(request).address();
        return peer instanceof InetSocketAddress && ((InetSocketAddress) peer).getAddress() != null
                ? ((InetSocketAddress) peer).getAddress().getHostAddress() : null;
    }

    @Override
    public final int peerPort(R request) {
        return peer(request).port();
    }

    @Override
    public final String get(R request, String name) {
        return headers.get(headers(request), name);
    }
}
