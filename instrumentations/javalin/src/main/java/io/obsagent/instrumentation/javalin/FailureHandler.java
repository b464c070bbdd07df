package io.obsagent.instrumentation.javalin;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A handler threw, and an answer is made of it. */
@Weave(type = "io.javalin.http.ExceptionMapper", method = "handle$javalin",
        parameters = {"java.lang.Exception", "io.javalin.http.Context"})
@Weave(type = {"io.javalin.http.servlet.ExceptionMapper", "io.javalin.router.exception.ExceptionMapper"},
        method = "handle$javalin", parameters = {"io.javalin.http.Context", "java.lang.Throwable"}, arguments = 1)
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
