package io.obsagent.instrumentation.vertxclient;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** What an application asks the client for. What it leaves open is the client's own business, mostly plain HTTP here. */
final class Destination {
    private static final int HTTPS = 443;

    final String method;
    final boolean secure;
    final String host;
    final int port;
    final String uri;

    private Destination(HttpMethod method, Boolean ssl, Integer port, String host, String uri) {
        this.method = method == null ? null : method.name();
        this.secure = ssl == null ? port != null && port == HTTPS : ssl;
        this.host = host == null ? "localhost" : host;
        this.port = port == null ? -1 : port;
        this.uri = uri == null ? "/" : uri;
    }

    /** From the arguments of either kind of request. */
    static Destination of(Object first, Object port, Object host, Object uri) {
        if (first instanceof RequestOptions) {
            RequestOptions options = (RequestOptions) first;
            return new Destination(options.getMethod(), options.isSsl(), options.getPort(), options.getHost(), options.getURI());
        }
        return new Destination((HttpMethod) first, null, (Integer) port, (String) host, (String) uri);
    }

    String scheme() {
        return secure ? "https" : "http";
    }

    String url() {
        return scheme() + "://" + host + (port > 0 ? ":" + port : "") + uri;
    }
}
