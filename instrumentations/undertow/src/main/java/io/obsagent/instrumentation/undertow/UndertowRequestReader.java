package io.obsagent.instrumentation.undertow;

import io.obsagent.telemetry.http.HttpRequestReader;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import java.net.InetSocketAddress;

/** Reads an exchange. */
final class UndertowRequestReader implements HttpRequestReader<HttpServerExchange> {
    @Override
    public String method(HttpServerExchange exchange) {
        return exchange.getRequestMethod().toString();
    }

    @Override
    public String scheme(HttpServerExchange exchange) {
        return exchange.getRequestScheme();
    }

    @Override
    public String path(HttpServerExchange exchange) {
        return exchange.getRequestPath();
    }

    @Override
    public String query(HttpServerExchange exchange) {
        String query = exchange.getQueryString();
        return query == null || query.isEmpty() ? null : query;
    }

    @Override
    public String protocol(HttpServerExchange exchange) {
        return exchange.getProtocol().toString();
    }

    @Override
    public String peerAddress(HttpServerExchange exchange) {
        InetSocketAddress peer = exchange.getConnection().getPeerAddress(InetSocketAddress.class);
        return peer == null || peer.getAddress() == null ? null : peer.getAddress().getHostAddress();
    }

    @Override
    public int peerPort(HttpServerExchange exchange) {
        InetSocketAddress peer = exchange.getConnection().getPeerAddress(InetSocketAddress.class);
        return peer == null ? 0 : peer.getPort();
    }

    @Override
    public String authority(HttpServerExchange exchange) {
        String host = get(exchange, "host");
        return host == null ? exchange.getHostAndPort() : host;
    }

    @Override
    public String get(HttpServerExchange exchange, String name) {
        return joined(exchange.getRequestHeaders(), name);
    }

    static String joined(HeaderMap headers, String name) {
        HeaderValues values = headers.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        String joined = values.get(0);
        for (int i = 1; i < values.size(); i++) {
            joined = joined + ',' + values.get(i);
        }
        return joined;
    }
}
