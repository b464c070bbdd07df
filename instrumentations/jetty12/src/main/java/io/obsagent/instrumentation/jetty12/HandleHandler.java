package io.obsagent.instrumentation.jetty12;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Every request enters Jetty here, before any handler. */
@Weave(type = "org.eclipse.jetty.server.Server", method = "handle", parameters = {
    "org.eclipse.jetty.server.Request", "org.eclipse.jetty.server.Response", "org.eclipse.jetty.util.Callback"})
final class HandleHandler extends Handler {
    private final JettyRequestReader reader = new JettyRequestReader();
    private final HttpServerTelemetry http;

    HandleHandler(HttpServerTelemetry http) {
        this.http = http;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Request request = (Request) a;
        HttpServerOperation operation = http.start(request, reader);
        if (operation != null) {
            String timing = operation.serverTiming();
            if (timing != null) {
                ((Response) b).getHeaders().add("Server-Timing", timing);
            }
            request.addHttpStreamWrapper(new Measuring(operation));
            operation.attach();
        }
        return operation;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        HttpServerOperation operation = (HttpServerOperation) scope;
        operation.escaped(thrown);
        operation.detach();
        return result;
    }
}
