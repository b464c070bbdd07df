package io.obsagent.instrumentation.apachehttpclient5;

import java.net.URISyntaxException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/** A request and where it goes; a request alone may be relative to its target. */
final class Call {
    final HttpRequest request;
    final String scheme;
    final String host;
    final int port;

    /** @param target null where the request tells by itself */
    Call(HttpHost target, HttpRequest request) {
        this.request = request;
        URIAuthority authority = request.getAuthority();
        if (authority != null) {
            this.scheme = request.getScheme();
            this.host = authority.getHostName();
            this.port = authority.getPort();
        } else {
            this.scheme = target == null ? null : target.getSchemeName();
            this.host = target == null ? null : target.getHostName();
            this.port = target == null ? -1 : target.getPort();
        }
    }

    String url() {
        try {
            if (request.getAuthority() != null) {
                return request.getUri().toString();
            }
        } catch (URISyntaxException e) {
            return origin();
        }
        String path = request.getRequestUri();
        return origin() + (path.startsWith("/") ? "" : "/") + path;
    }

    private String origin() {
        return scheme + "://" + host + (port > 0 ? ":" + port : "");
    }
}
