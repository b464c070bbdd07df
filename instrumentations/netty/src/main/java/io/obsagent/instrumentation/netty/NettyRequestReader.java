package io.obsagent.instrumentation.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslHandler;
import io.obsagent.telemetry.http.HttpRequestReader;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

/** Reads Netty's request. */
final class NettyRequestReader implements HttpRequestReader<ServedMessage> {
    @Override
    public String method(ServedMessage message) {
        return message.request.method().name();
    }

    @Override
    public String scheme(ServedMessage message) {
        Channel channel = message.channel;
        return channel.pipeline().get(SslHandler.class) != null
                || channel.parent() != null && channel.parent().pipeline().get(SslHandler.class) != null ? "https" : "http";
    }

    /** The target may be absolute ({@code http://host/path}) when a proxy sent it. */
    @Override
    public String path(ServedMessage message) {
        String uri = message.request.uri();
        int start = 0;
        int scheme = uri.startsWith("/") ? -1 : uri.indexOf("://");
        if (scheme > 0) {
            int slash = uri.indexOf('/', scheme + 3);
            if (slash < 0) {
                return "/";
            }
            start = slash;
        }
        int mark = uri.indexOf('?');
        return mark < start ? uri.substring(start) : uri.substring(start, mark);
    }

    @Override
    public String query(ServedMessage message) {
        String uri = message.request.uri();
        int mark = uri.indexOf('?');
        return mark < 0 ? null : uri.substring(mark + 1);
    }

    @Override
    public String protocol(ServedMessage message) {
        return message.translated ? "HTTP/2" : message.request.protocolVersion().text();
    }

    @Override
    public String peerAddress(ServedMessage message) {
        if (message.peerAddress == null) {
            InetSocketAddress peer = peer(message);
            message.peerAddress = peer == null || peer.getAddress() == null ? null : peer.getAddress().getHostAddress();
        }
        return message.peerAddress;
    }

    @Override
    public int peerPort(ServedMessage message) {
        InetSocketAddress peer = peer(message);
        return peer == null ? 0 : peer.getPort();
    }

    private static InetSocketAddress peer(ServedMessage message) {
        Channel parent = message.channel.parent();
        SocketAddress own = message.channel.remoteAddress();
        SocketAddress peer = message.translated && parent != null ? parent.remoteAddress() : own;
        return peer instanceof InetSocketAddress ? (InetSocketAddress) peer : null;
    }

    @Override
    public String authority(ServedMessage message) {
        return message.request.headers().get(HttpHeaderNames.HOST);
    }

    @Override
    public String userAgent(ServedMessage message) {
        return message.request.headers().get(HttpHeaderNames.USER_AGENT);
    }

    @Override
    public String get(ServedMessage message, String name) {
        return joined(message.request.headers(), name);
    }

    static String joined(HttpHeaders headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            return null; // the usual case, and one without a list
        }
        List<String> all = headers.getAll(name);
        return all.size() == 1 ? value : String.join(",", all);
    }
}
