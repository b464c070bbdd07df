package io.obsagent.instrumentation.httpurlconnection;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.telemetry.propagation.Setter;
import java.net.HttpURLConnection;

/** The operations of connection objects; each has at most one in its life. */
final class Connections {
    private static final Setter<HttpURLConnection> HEADERS = HttpURLConnection::setRequestProperty;

    private final HttpClientTelemetry client;
    private final WeakTable<HttpURLConnection, HttpClientOperation> calls = new WeakTable<>();
    /** Whose response each thread asks for: following a redirect, and telling the status, asks for it once more. */
    private final ThreadLocal<HttpURLConnection> asking = new ThreadLocal<>();

    Connections(HttpClientTelemetry client) {
        this.client = client;
    }

    /**
     * Starts the operation of a connection on which something happens for the first time.
     *
     * @return null when it has one already, or must not have any
     */
    HttpClientOperation begin(HttpURLConnection connection, RequestReader reader) {
        if (calls.get(connection) != null) {
            return null;
        }
        HttpClientOperation call = client.start(connection, reader);
        if (call == null) {
            return null;
        }
        calls.put(connection, call);
        call.inject(connection, HEADERS);
        return call;
    }

    /** The call of a connection until it ends, null for none. */
    HttpClientOperation running(HttpURLConnection connection) {
        HttpClientOperation call = calls.get(connection);
        return call == null || call.ended() ? null : call;
    }

    /** The call whose response this thread asks for now; null for none, and inside such a question. */
    HttpClientOperation ask(HttpURLConnection connection) {
        HttpClientOperation call = asking.get() == connection ? null : running(connection);
        if (call != null) {
            asking.set(connection);
        }
        return call;
    }

    void answered() {
        asking.set(null);
    }
}
