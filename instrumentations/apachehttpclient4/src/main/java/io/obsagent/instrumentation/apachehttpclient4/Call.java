package io.obsagent.instrumentation.apachehttpclient4;

import java.net.URI;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpUriRequest;

/** A request and where it goes; a request alone may be relative to its target. */
final class Call {
    final HttpRequest request;
    final String scheme;
    final String host;
    final int port;

    Call(HttpHost target, HttpRequest request) {
        this.request = request;
        URI uri = absolute(request);
        if (uri != null) {
            this.scheme = uri.getScheme();
            this.host = uri.getHost();
            this.port = uri.getPort();
        } else {
            this.scheme = target == null ? null : target.getSchemeName();
            this.host = target == null ? null : target.getHostName();
            this.port = target == null ? -1 : target.getPort();
        }
    }

    private static URI absolute(HttpRequest request) {
        URI uri = request instanceof HttpUriRequest ? ((HttpUriRequest) request).getURI() : null;
        return uri != null && uri.isAbsolute() ? uri : null;
    }

    String url() {
        URI uri = absolute(request);
        if (uri != null) {
            return uri.toString();
        }
        String path = request.getRequestLine().getUri();
        return scheme + "://" + host + (port > 0 ? ":" + port : "") + (path.startsWith("/") ? "" : "/") + path;
    }
}
