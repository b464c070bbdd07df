package io.obsagent.instrumentation.jettyclient9;

import io.obsagent.telemetry.http.ClientRequestReader;
import io.obsagent.telemetry.propagation.Setter;
import java.net.URI;
import org.eclipse.jetty.client.api.Request;

final class RequestReader implements ClientRequestReader<Request>, Setter<Request> {
    @Override
    public String method(Request request) {
        return request.getMethod();
    }

    @Override
    public String scheme(Request request) {
        return request.getScheme();
    }

    @Override
    public String host(Request request) {
        return request.getHost();
    }

    @Override
    public int port(Request request) {
        return request.getPort();
    }

    @Override
    public String url(Request request) {
        URI uri;
        try {
            uri = request.getURI();
        } catch (IllegalArgumentException e) {
            // A port beyond 65535, which the send is about to refuse as well.
            uri = null;
        }
        return uri == null ? request.getScheme() + "://" + request.getHost() + ":" + request.getPort() : uri.toString();
    }

    @Override
    public String get(Request request, String name) {
        return Fields.joined(request.getHeaders(), name);
    }

    @Override
    public void set(Request request, String name, String value) {
        request.header(name, null);
        request.header(name, value);
    }
}
