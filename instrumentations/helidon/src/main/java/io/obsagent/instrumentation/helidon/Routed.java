package io.obsagent.instrumentation.helidon;

import io.helidon.webserver.http.ServerResponse;
import io.obsagent.telemetry.http.HttpServerOperation;

/** A request on its way through the routing, and its response. Immutable. */
final class Routed {
    final HttpServerOperation operation;
    final ServerResponse response;

    Routed(HttpServerOperation operation, ServerResponse response) {
        this.operation = operation;
        this.response = response;
    }
}
