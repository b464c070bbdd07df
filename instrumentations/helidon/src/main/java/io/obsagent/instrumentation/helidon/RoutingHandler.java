package io.obsagent.instrumentation.helidon;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Every request of either protocol enters here, and its response is sent when this returns. */
@Weave(type = {"io.helidon.webserver.http.HttpRouting", "io.helidon.webserver.http.HttpRoutingImpl"},
        method = {"route", "routeUpgrade"}, parameters = {"io.helidon.webserver.ConnectionContext",
            "io.helidon.webserver.http.RoutingRequest", "io.helidon.webserver.http.RoutingResponse", "..."},
        arguments = {1, 2})
final class RoutingHandler extends Handler {
    private final HelidonHeaders headers;
    private final HelidonRequestReader reader;
    private final HttpServerTelemetry http;

    RoutingHandler(HttpServerTelemetry http, HelidonHeaders headers) {
        this.http = http;
        this.headers = headers;
        this.reader = new HelidonRequestReader(headers);
    }

    @Override
    public Object enter(Object self, Object request, Object response, Object c, Object d) {
        HttpServerOperation operation = http.start((ServerRequest) request, reader);
        if (operation == null) {
            return null;
        }
        String timing = operation.serverTiming();
        if (timing != null) {
            ((ServerResponse) response).header("Server-Timing", timing);
        }
        operation.attach();
        return new Routed(operation, (ServerResponse) response);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Routed routed = (Routed) scope;
        routed.operation.detach();
        routed.operation.escaped(thrown);
        routed.operation.end(routed.response.status().code(), routed.response.headers(), headers);
        return result;
    }
}
