package io.obsagent.instrumentation.undertow;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.propagation.Getter;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.nio.channels.ClosedChannelException;

/** The exchange is complete: answered, or given up with its connection. */
final class EndListener implements ExchangeCompletionListener {
    private static final Getter<HttpServerExchange> RESPONSE_HEADERS = new Getter<HttpServerExchange>() {
        @Override
        public String get(HttpServerExchange exchange, String name) {
            return UndertowRequestReader.joined(exchange.getResponseHeaders(), name);
        }
    };

    private final HttpServerOperation operation;

    EndListener(HttpServerOperation operation) {
        this.operation = operation;
    }

    @Override
    public void exchangeEvent(HttpServerExchange exchange, NextListener next) {
        try {
            operation.escaped(exchange.getAttachment(DefaultResponseListener.EXCEPTION));
            if (!exchange.getConnection().isOpen()) {
                // Undertow closes it after this when it was to be closed, and before when the client went away.
                operation.escaped(new ClosedChannelException());
            }
            operation.end(exchange.getStatusCode(), exchange, RESPONSE_HEADERS);
        } finally {
            next.proceed();
        }
    }
}
