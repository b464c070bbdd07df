package io.obsagent.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import io.obsagent.telemetry.http.HttpRequestReader;
import java.util.List;

/** Reads an exchange. */
final class ExchangeReader implements HttpRequestReader<HttpExchange> {
    @Override
    public String method(HttpExchange exchange) {
        return exchange.getRequestMethod();
    }

    @Override
    public String scheme(HttpExchange exchange) {
        return exchange instanceof HttpsExchange ? "https" : "http";
    }

    @Override
    public String path(HttpExchange exchange) {
        return exchange.getRequestURI().getRawPath();
    }

    @Override
    public String query(HttpExchange exchange) {
        return exchange.getRequestURI().getRawQuery();
    }

    @Override
    public String protocol(HttpExchange exchange) {
        return exchange.getProtocol();
    }

    @Override
    public String peerAddress(HttpExchange exchange) {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    @Override
    public int peerPort(HttpExchange exchange) {
        return exchange.getRemoteAddress().getPort();
    }

    @Override
    public String get(HttpExchange exchange, String name) {
        return joined(exchange.getRequestHeaders().get(name));
    }

    static String joined(List<String> values) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        return values.size() == 1 ? values.get(0) : String.join(",", values);
    }
}
