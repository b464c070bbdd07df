package io.obsagent.instrumentation.jetty12;

import io.obsagent.telemetry.http.HttpRequestReader;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/** Reads Jetty's core request. */
final class JettyRequestReader implements HttpRequestReader<Request> {
    @Override
    public String method(Request request) {
        return request.getMethod();
    }

    @Override
    public String scheme(Request request) {
        return request.getHttpURI().getScheme();
    }

    @Override
    public String path(Request request) {
        return request.getHttpURI().getPath();
    }

    @Override
    public String query(Request request) {
        return request.getHttpURI().getQuery();
    }

    @Override
    public String protocol(Request request) {
        return request.getConnectionMetaData().getHttpVersion().asString();
    }

    @Override
    public String peerAddress(Request request) {
        return Request.getRemoteAddr(request);
    }

    @Override
    public int peerPort(Request request) {
        return Request.getRemotePort(request);
    }

    @Override
    public String authority(Request request) {
        String host = get(request, "host");
        return host == null ? request.getHttpURI().getAuthority() : host;
    }

    @Override
    public String get(Request request, String name) {
        return joined(request.getHeaders(), name);
    }

    /** By index: an iterator for each look-up would be garbage for each request. */
    static String joined(HttpFields fields, String name) {
        String joined = null;
        for (int i = 0; i < fields.size(); i++) {
            HttpField field = fields.getField(i);
            if (field.is(name)) {
                joined = joined == null ? field.getValue() : joined + ',' + field.getValue();
            }
        }
        return joined;
    }
}
