package io.obsagent.instrumentation.servlet5;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The application hands work on a request to a thread of the container, whose pools are often of its own making. */
@Weave(type = "jakarta.servlet.AsyncContext", implementors = true, method = "start", parameters = "java.lang.Runnable",
        replaces = 0)
final class AsyncStartHandler extends Handler {
    private final HttpServerTelemetry http;

    AsyncStartHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object task, Object b, Object c, Object d) {
        return task == null || task instanceof ResumingTask ? null : http.current();
    }

    @Override
    public Object argument(Object scope, Object task) {
        return new ResumingTask((HttpServerOperation) scope, (Runnable) task);
    }
}
