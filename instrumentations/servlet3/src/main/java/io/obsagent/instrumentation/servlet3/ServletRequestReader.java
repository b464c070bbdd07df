package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.http.HttpRequestReader;
import java.util.Enumeration;
import javax.servlet.http.HttpServletRequest;

/** Reads a request through the servlet interface, which every container has. */
final class ServletRequestReader implements HttpRequestReader<HttpServletRequest> {
    @Override
    public String method(HttpServletRequest request) {
        return request.getMethod();
    }

    @Override
    public String scheme(HttpServletRequest request) {
        return request.getScheme();
    }

    @Override
    public String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    @Override
    public String query(HttpServletRequest request) {
        return request.getQueryString();
    }

    @Override
    public String protocol(HttpServletRequest request) {
        return request.getProtocol();
    }

    @Override
    public String peerAddress(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    @Override
    public int peerPort(HttpServletRequest request) {
        return request.getRemotePort();
    }

    @Override
    public String authority(HttpServletRequest request) {
        String host = get(request, "host");
        return host != null ? host : request.getServerName() + ':' + request.getServerPort();
    }

    @Override
    public String get(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (values == null || !values.hasMoreElements()) {
            return null;
        }
        String joined = values.nextElement();
        while (values.hasMoreElements()) {
            joined = joined + ',' + values.nextElement();
        }
        return joined;
    }
}
