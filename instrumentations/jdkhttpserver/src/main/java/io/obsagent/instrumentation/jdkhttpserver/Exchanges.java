package io.obsagent.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.Resumed;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.telemetry.propagation.Getter;

/**
 * The exchanges of all servers of the JDK. The server has two objects for each: the one it hands to applications and,
 * behind it, the one whose end it notices.
 */
final class Exchanges {
    private static final Getter<HttpExchange> RESPONSE_HEADERS = new Getter<HttpExchange>() {
        @Override
        public String get(HttpExchange exchange, String name) {
            return ExchangeReader.joined(exchange.getResponseHeaders().get(name));
        }
    };

    private final ExchangeReader reader = new ExchangeReader();
    private final WeakTable<HttpExchange, HttpServerOperation> byExchange = new WeakTable<>();
    private final WeakTable<Object, HttpServerOperation> byInner = new WeakTable<>();
    private final HttpServerTelemetry http;

    Exchanges(HttpServerTelemetry http) {
        this.http = http;
    }

    void begin(Object inner, HttpExchange exchange) {
        HttpServerOperation operation = http.start(exchange, reader);
        if (operation == null) {
            return;
        }
        operation.exchange(new ServedExchange(exchange));
        operation.route(exchange.getHttpContext().getPath(), RouteSource.MOUNT);
        String timing = operation.serverTiming();
        if (timing != null) {
            exchange.getResponseHeaders().add("Server-Timing", timing);
        }
        byExchange.put(exchange, operation);
        byInner.put(inner, operation);
    }

    /** The thread starts to serve an exchange; null when it does so already. */
    Resumed serve(HttpExchange exchange) {
        HttpServerOperation operation = byExchange.remove(exchange);
        return operation == null ? null : operation.resume();
    }

    /**
     * The last byte of the response was handed on. While the handler still runs that is not the end: closing a stream
     * whose writing failed says so too, and the failure is on its way out.
     */
    void written(Object inner) {
        HttpServerOperation operation = byInner.remove(inner);
        if (operation == null) {
            return;
        }
        ServedExchange served = (ServedExchange) operation.exchange();
        if (operation == http.current() && served != null) {
            served.written = true;
        } else {
            end(operation);
        }
    }

    /** The handler is done; what it threw makes the server drop the connection. */
    void handled(HttpServerOperation operation, Throwable thrown) {
        operation.escaped(thrown);
        ServedExchange served = (ServedExchange) operation.exchange();
        if (thrown != null || served != null && served.written) {
            end(operation);
        }
    }

    private static void end(HttpServerOperation operation) {
        ServedExchange served = (ServedExchange) operation.exchange();
        if (served != null) {
            operation.end(served.exchange.getResponseCode(), served.exchange, RESPONSE_HEADERS);
        }
    }
}
