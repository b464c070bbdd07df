package io.obsagent.instrumentation.webflux;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** No controller has handled it: one after the other is asked to make an answer of it. */
@Weave(type = "org.springframework.web.server.WebExceptionHandler", implementors = true, method = "handle",
        parameters = {"org.springframework.web.server.ServerWebExchange", "java.lang.Throwable"}, arguments = 1)
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
