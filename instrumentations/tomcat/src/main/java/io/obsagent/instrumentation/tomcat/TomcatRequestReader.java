package io.obsagent.instrumentation.tomcat;

import io.obsagent.telemetry.http.HttpRequestReader;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.MessageBytes;

/** Reads the connector's request: bytes until somebody asks for the text, which Tomcat then keeps. */
final class TomcatRequestReader implements HttpRequestReader<Request> {
    @Override
    public String method(Request request) {
        return request.method().toString();
    }

    @Override
    public String scheme(Request request) {
        return request.scheme().toString();
    }

    @Override
    public String path(Request request) {
        return request.requestURI().toString();
    }

    @Override
    public String query(Request request) {
        return request.queryString().toString();
    }

    @Override
    public String protocol(Request request) {
        return request.protocol().toString();
    }

    @Override
    public String peerAddress(Request request) {
        MessageBytes address = request.remoteAddr();
        if (address.isNull()) {
            request.action(ActionCode.REQ_HOST_ADDR_ATTRIBUTE, request);
        }
        return address.toString();
    }

    @Override
    public int peerPort(Request request) {
        if (request.getRemotePort() <= 0) {
            request.action(ActionCode.REQ_REMOTEPORT_ATTRIBUTE, request);
        }
        return request.getRemotePort();
    }

    @Override
    public String authority(Request request) {
        String host = get(request, "host");
        if (host != null || request.serverName().isNull()) {
            return host;
        }
        String name = request.serverName().toString(); // HTTP/2 brings it as :authority
        return request.getServerPort() > 0 ? name + ':' + request.getServerPort() : name;
    }

    @Override
    public String get(Request request, String name) {
        return RequestHeaders.joined(request.getMimeHeaders(), name);
    }
}
