package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The application reads a parameter. What it does not read by itself might be in a body that it wants to read. */
@Weave(type = "javax.servlet.ServletRequest", implementors = true, method = {"getParameter", "getParameterValues"},
        parameters = "java.lang.String", option = "parameters")
final class ParameterHandler extends Handler {
    private final HttpServerTelemetry http;

    ParameterHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object name, Object b, Object c, Object d) {
        return http.current() == null ? null : name;
    }

    @Override
    public Object exit(Object name, Object result, Throwable thrown) {
        if (result != null) {
            String[] values = result instanceof String ? new String[] {(String) result} : ((String[]) result).clone();
            http.current().parameter((String) name, values);
        }
        return result;
    }
}
