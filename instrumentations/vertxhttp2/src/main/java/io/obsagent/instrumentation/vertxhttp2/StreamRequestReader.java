package io.obsagent.instrumentation.vertxhttp2;

import io.netty.handler.codec.http2.Http2Headers;
import io.obsagent.telemetry.http.HttpRequestReader;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

/** Reads the pseudo headers and the others. */
final class StreamRequestReader implements HttpRequestReader<StreamRequest> {
    @Override
    public String method(StreamRequest request) {
        return text(request.headers.method());
    }

    @Override
    public String scheme(StreamRequest request) {
        return text(request.headers.scheme());
    }

    @Override
    public String path(StreamRequest request) {
        String target = text(request.headers.path());
        int mark = target == null ? -1 : target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    @Override
    public String query(StreamRequest request) {
        String target = text(request.headers.path());
        int mark = target == null ? -1 : target.indexOf('?');
        return mark < 0 ? null : target.substring(mark + 1);
    }

    @Override
    public String protocol(StreamRequest request) {
        return "HTTP/2";
    }

    @Override
    public String peerAddress(StreamRequest request) {
        InetSocketAddress peer = peer(request);
        return peer == null || peer.getAddress() == null ? null : peer.getAddress().getHostAddress();
    }

    @Override
    public int peerPort(StreamRequest request) {
        InetSocketAddress peer = peer(request);
        return peer == null ? 0 : peer.getPort();
    }

    private static InetSocketAddress peer(StreamRequest request) {
        SocketAddress peer = request.channel.remoteAddress();
        return peer instanceof InetSocketAddress ? (InetSocketAddress) peer : null;
    }

    @Override
    public String authority(StreamRequest request) {
        String authority = text(request.headers.authority());
        return authority == null ? get(request, "host") : authority;
    }

    @Override
    public String get(StreamRequest request, String name) {
        return joined(request.headers, name);
    }

    static String joined(Http2Headers headers, String name) {
        CharSequence value = headers.get(name);
        if (value == null) {
            return null; // the usual case, and one without a list
        }
        List<CharSequence> all = headers.getAll(name);
        return all.size() == 1 ? value.toString() : String.join(",", all);
    }

    private static String text(CharSequence value) {
        return value == null ? null : value.toString();
    }
}
