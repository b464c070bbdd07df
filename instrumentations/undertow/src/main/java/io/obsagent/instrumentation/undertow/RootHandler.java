package io.obsagent.instrumentation.undertow;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.Resumed;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HttpString;

/** Every exchange enters here, on its I/O thread, and again on each thread it is dispatched to. */
@Weave(type = "io.undertow.server.Connectors", method = "executeRootHandler",
        parameters = {"io.undertow.server.HttpHandler", "io.undertow.server.HttpServerExchange"}, arguments = 1)
final class RootHandler extends Handler {
    private final AttachmentKey<HttpServerOperation> key = AttachmentKey.create(HttpServerOperation.class);
    private final UndertowRequestReader reader = new UndertowRequestReader();
    private final HttpServerTelemetry http;

    RootHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpServerExchange exchange = (HttpServerExchange) a;
        HttpServerOperation operation = exchange.getAttachment(key);
        if (operation == null) {
            operation = begin(exchange);
        }
        return operation == null || operation.ended() ? null : operation.resume();
    }

    private HttpServerOperation begin(HttpServerExchange exchange) {
        HttpServerOperation operation = http.start(exchange, reader);
        if (operation != null) {
            exchange.putAttachment(key, operation);
            exchange.addExchangeCompleteListener(new EndListener(operation));
            String timing = operation.serverTiming();
            if (timing != null) {
                exchange.getResponseHeaders().add(HttpString.tryFromString("Server-Timing"), timing);
            }
        }
        return operation;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Resumed) scope).close();
        return result;
    }
}
