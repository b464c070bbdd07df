package io.obsagent.instrumentation.httpurlconnection;

import io.obsagent.telemetry.http.ClientRequestReader;
import java.net.HttpURLConnection;
import java.net.URL;

/** Reads the request side of a connection before it is sent. */
final class RequestReader implements ClientRequestReader<HttpURLConnection> {
    private final boolean beforeOutput;

    /** @param beforeOutput whether the application may still ask for the output, which turns a GET into a POST */
    RequestReader(boolean beforeOutput) {
        this.beforeOutput = beforeOutput;
    }

    @Override
    public String method(HttpURLConnection connection) {
        String method = connection.getRequestMethod();
        return beforeOutput && connection.getDoOutput() && "GET".equals(method) ? "POST" : method;
    }

    @Override
    public String scheme(HttpURLConnection connection) {
        return connection.getURL().getProtocol();
    }

    @Override
    public String host(HttpURLConnection connection) {
        return connection.getURL().getHost();
    }

    @Override
    public int port(HttpURLConnection connection) {
        return connection.getURL().getPort();
    }

    @Override
    public String url(HttpURLConnection connection) {
        URL url = connection.getURL();
        String ref = url.getRef();
        // As URL.toString(), of which only the result is left: 100 bytes less.
        return ref == null
                ? url.getProtocol() + "://" + url.getAuthority() + url.getFile()
                : url.getProtocol() + "://" + url.getAuthority() + url.getFile() + "#" + ref;
    }

    @Override
    public String get(HttpURLConnection connection, String name) {
        return connection.getRequestProperty(name);
    }
}
