package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Map;

/** The application reads all parameters. */
@Weave(type = "javax.servlet.ServletRequest", implementors = true, method = "getParameterMap", parameters = {},
        option = "parameters")
final class ParametersHandler extends Handler {
    private final HttpServerTelemetry http;

    ParametersHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return http.current();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object exit(Object operation, Object result, Throwable thrown) {
        if (result != null) {
            ((HttpServerOperation) operation).parameters((Map<String, String[]>) result);
        }
        return result;
    }
}
