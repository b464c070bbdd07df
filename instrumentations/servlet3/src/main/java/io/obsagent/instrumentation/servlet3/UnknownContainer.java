package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * A container that no module of ours knows (GlassFish and Payara, Liberty, WebLogic): its requests begin with the
 * outermost filter or servlet, and those that reach neither are not seen.
 */
final class UnknownContainer {
    private final ServletRequestReader reader = new ServletRequestReader();
    private final HttpServerTelemetry http;

    UnknownContainer(HttpServerTelemetry http) {
        this.http = http;
    }

    /** Null where another module sees the container's requests. */
    BegunRequest begin(ServletRequest request, ServletResponse response) {
        if (!(request instanceof HttpServletRequest) || !(response instanceof HttpServletResponse)) {
            return null;
        }
        HttpServerOperation operation = http.startOnUnknownServer((HttpServletRequest) request, reader);
        if (operation == null) {
            return null;
        }
        String timing = operation.serverTiming();
        if (timing != null) {
            ((HttpServletResponse) response).addHeader("Server-Timing", timing);
        }
        return new BegunRequest(operation, (HttpServletResponse) response);
    }

    /** From here on such a request ends when the container says so. */
    static void wentAsync(HttpServerOperation operation, AsyncContext context) {
        if (operation.exchange() == DispatcherType.REQUEST) {
            context.addListener(new EndListener(operation, (HttpServletResponse) context.getResponse()));
            operation.exchange(DispatcherType.ASYNC);
        }
    }
}
