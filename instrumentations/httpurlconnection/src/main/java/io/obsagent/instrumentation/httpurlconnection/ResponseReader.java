package io.obsagent.instrumentation.httpurlconnection;

import io.obsagent.telemetry.http.ClientResponseReader;
import java.io.IOException;
import java.net.HttpURLConnection;

/** Reads the response side of a connection after its status line arrived. */
final class ResponseReader implements ClientResponseReader<HttpURLConnection> {
    private final int known;

    /** @param known the status where the connection itself does not tell, 0 where it does */
    ResponseReader(int known) {
        this.known = known;
    }

    @Override
    public int status(HttpURLConnection connection) {
        try {
            return known > 0 ? known : connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public String protocol(HttpURLConnection connection) {
        String statusLine = connection.getHeaderField(0);
        if (statusLine != null && statusLine.startsWith("HTTP/1.1 ")) {
            return "1.1";
        }
        int space = statusLine == null ? -1 : statusLine.indexOf(' ');
        return space < 0 ? null : statusLine.substring(0, space);
    }

    @Override
    public String get(HttpURLConnection connection, String name) {
        return connection.getHeaderField(name);
    }
}
