package io.obsagent.instrumentation.spark;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A route or filter threw, and an answer is made of it. */
@Weave(type = "spark.http.matching.GeneralError", method = "modify", arguments = 6)
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
