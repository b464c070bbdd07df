package io.obsagent.instrumentation.spark;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import spark.routematch.RouteMatch;

/** The one route that answers was looked up; filters are found by another method. */
@Weave(type = "spark.route.Routes", method = "find",
        parameters = {"spark.route.HttpMethod", "java.lang.String", "java.lang.String"})
final class RouteHandler extends Handler {
    private final HttpServerTelemetry http;

    RouteHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return http.current();
    }

    @Override
    public Object exit(Object operation, Object found, Throwable thrown) {
        if (found != null) {
            ((HttpServerOperation) operation).route(((RouteMatch) found).getMatchUri(), RouteSource.CONTROLLER);
        }
        return found;
    }
}
