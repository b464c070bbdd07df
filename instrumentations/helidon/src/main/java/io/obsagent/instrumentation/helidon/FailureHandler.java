package io.obsagent.instrumentation.helidon;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A handler threw what no error handler of the application is for, and an answer is made of it. */
@Weave(type = "io.helidon.webserver.http.ErrorHandlers", method = "unhandledError", arguments = 3)
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
