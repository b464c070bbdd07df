package io.obsagent.instrumentation.jetty9;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.Resumed;
import io.obsagent.telemetry.propagation.Getter;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Response;

/** The requests in the channels of one Jetty. A channel serves one at a time and is used again for the next. */
final class JettyRequests {
    private static final Getter<Response> RESPONSE_HEADERS = new Getter<Response>() {
        @Override
        public String get(Response response, String name) {
            return response.getHeader(name);
        }
    };

    private final JettyRequestReader reader = new JettyRequestReader();
    private final WeakTable<HttpChannel, HttpServerOperation> served = new WeakTable<>();
    private final HttpServerTelemetry http;

    JettyRequests(HttpServerTelemetry http) {
        this.http = http;
    }

    /**
     * A thread serves the channel's request, the first one or a later one.
     *
     * @return null when the thread is muted
     */
    Resumed serve(HttpChannel channel) {
        HttpServerOperation operation = served.get(channel);
        if (operation == null || operation.ended()) {
            operation = http.start(channel.getRequest(), reader);
            if (operation == null) {
                return null;
            }
            served.put(channel, operation);
            String timing = operation.serverTiming();
            if (timing != null) {
                channel.getResponse().addHeader("Server-Timing", timing);
            }
        }
        return operation.resume();
    }

    /** The response is complete or given up. */
    void completed(HttpChannel channel) {
        HttpServerOperation operation = served.get(channel);
        if (operation != null) {
            Response response = channel.getResponse();
            operation.escaped((Throwable) operation.exchange());
            operation.end(response.getStatus(), response, RESPONSE_HEADERS);
            served.put(channel, null); // an idle channel must not keep the trace of its last request
        }
    }

    /** Writing to the client failed, which counts whether or not the application catches what it is told of it. */
    void aborted(HttpChannel channel, Throwable failure) {
        HttpServerOperation operation = served.get(channel);
        if (operation != null) {
            operation.exchange(failure);
        }
    }
}
