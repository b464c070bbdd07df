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
    private final WeakTable<HttpURLConnection, Exchange> exchanges = new WeakTable<>();

    Connections(HttpClientTelemetry client) {
        this.client = client;
    }

    /**
     * Starts the operation of a connection on which something happens for the first time.
     *
     * @return null when it has one already, or must not have any
     */
    Exchange begin(HttpURLConnection connection, RequestReader reader) {
        if (exchanges.get(connection) != null) {
            return null;
        }
        HttpClientOperation operation = client.start(connection, reader);
        if (operation == null) {
            return null;
        }
        Exchange exchange = new Exchange(operation);
        exchanges.put(connection, exchange);
        operation.inject(connection, HEADERS);
        return exchange;
    }

    Exchange running(HttpURLConnection connection) {
        Exchange exchange = exchanges.get(connection);
        return exchange == null || exchange.over ? null : exchange;
    }
}
