package io.obsagent.instrumentation.webflux;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.springframework.web.server.ServerWebExchange;

/** A handler is about to be called: the mapping that found it has left its pattern with the exchange. */
@Weave(type = "org.springframework.web.reactive.HandlerAdapter", implementors = true, method = "handle",
        parameters = {"org.springframework.web.server.ServerWebExchange", "java.lang.Object"})
final class RouteHandler extends Handler {
    private static final String OF_CONTROLLERS = "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern";
    private static final String OF_FUNCTIONS =
            "org.springframework.web.reactive.function.server.RouterFunctions.matchingPattern";

    private final HttpServerTelemetry http;

    RouteHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        ServerWebExchange exchange = (ServerWebExchange) a;
        HttpServerOperation operation = http.current();
        Object pattern = operation == null ? null : pattern(exchange);
        if (pattern != null) {
            String context = exchange.getRequest().getPath().contextPath().value();
            operation.route(context, "", pattern.toString(), RouteSource.CONTROLLER);
        }
        return null;
    }

    private static Object pattern(ServerWebExchange exchange) {
        Object pattern = exchange.getAttributes().get(OF_CONTROLLERS);
        return pattern == null ? exchange.getAttributes().get(OF_FUNCTIONS) : pattern;
    }
}
