package io.obsagent.instrumentation.vertxweb;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A request fails, by what a handler threw or by what it says; a failure handler will answer. */
@Weave(type = "io.vertx.ext.web.impl.RoutingContextImpl", method = "fail",
        parameters = {"int", "java.lang.Throwable"}, arguments = 1)
final class FailureHandler extends Handler {
    private final HttpServerTelemetry http;

    FailureHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object failure, Object b, Object c, Object d) {
        HttpServerOperation operation = http.current();
        if (operation != null) {
            operation.answered((Throwable) failure);
        }
        return null;
    }
}
