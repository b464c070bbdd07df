package io.obsagent.instrumentation.jetty9;

import io.obsagent.telemetry.http.HttpRequestReader;
import java.util.Enumeration;
import org.eclipse.jetty.server.Request;

/** Reads Jetty's request by the methods that no generation changed. */
final class JettyRequestReader implements HttpRequestReader<Request> {
    @Override
    public String method(Request request) {
        return request.getMethod();
    }

    @Override
    public String scheme(Request request) {
        return request.getScheme();
    }

    @Override
    public String path(Request request) {
        return request.getRequestURI();
    }

    @Override
    public String query(Request request) {
        return request.getQueryString();
    }

    @Override
    public String protocol(Request request) {
        return request.getProtocol();
    }

    @Override
    public String peerAddress(Request request) {
        return request.getRemoteAddr();
    }

    @Override
    public int peerPort(Request request) {
        return request.getRemotePort();
    }

    @Override
    public String authority(Request request) {
        String host = get(request, "host");
        return host == null ? request.getServerName() + ':' + request.getServerPort() : host;
    }

    @Override
    public String get(Request request, String name) {
        String value = request.getHeader(name);
        if (value == null) {
            return null; // the usual case, and one without an enumeration
        }
        Enumeration<String> all = request.getHeaders(name);
        String joined = all.nextElement();
        while (all.hasMoreElements()) {
            joined = joined + ',' + all.nextElement();
        }
        return joined;
    }
}
