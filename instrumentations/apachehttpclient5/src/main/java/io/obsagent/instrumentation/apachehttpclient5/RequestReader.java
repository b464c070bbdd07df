package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.http.ClientRequestReader;
import org.apache.hc.core5.http.HttpRequest;

/** Reads a request that tells by itself where it goes. */
final class RequestReader implements ClientRequestReader<HttpRequest> {
    @Override
    public String method(HttpRequest request) {
        return request.getMethod();
    }

    @Override
    public String scheme(HttpRequest request) {
        return request.getScheme();
    }

    @Override
    public String host(HttpRequest request) {
        return request.getAuthority().getHostName();
    }

    @Override
    public int port(HttpRequest request) {
        return request.getAuthority().getPort();
    }

    /** Put together as the library does it, but without parsing it to a URI. */
    @Override
    public String url(HttpRequest request) {
        String scheme = request.getScheme() == null ? "http" : request.getScheme();
        String path = request.getPath() == null ? "" : request.getPath();
        String slash = path.startsWith("/") ? "" : "/";
        int port = port(request);
        return port < 0
                ? scheme + "://" + host(request) + slash + path
                : scheme + "://" + host(request) + ":" + port + slash + path;
    }

    @Override
    public String get(HttpRequest request, String name) {
        return Headers.joined(request, name);
    }
}
