package io.obsagent.instrumentation.tomcat;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.propagation.Getter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/** The requests of one Tomcat from the adapter's first call to the end of the response, asynchronous ones included. */
final class TomcatRequests {
    /** The note under which the adapter keeps its request with the connector's. */
    private static final int ADAPTER_NOTE = 1;

    private final TomcatRequestReader reader = new TomcatRequestReader();
    private final Getter<Response> responseHeaders = new Getter<Response>() {
        @Override
        public String get(Response response, String name) {
            return RequestHeaders.joined(response.getMimeHeaders(), name);
        }
    };
    private final WeakTable<Request, HttpServerOperation> waiting = new WeakTable<>();
    private final HttpServerTelemetry http;

    TomcatRequests(HttpServerTelemetry http) {
        this.http = http;
    }

    /** Null when the thread is muted. */
    HttpServerOperation begin(Request request) {
        HttpServerOperation begun = http.start(request, reader);
        if (begun != null) {
            begun.exchange(request);
            String timing = begun.serverTiming();
            if (timing != null) {
                request.getResponse().addHeader("Server-Timing", timing);
            }
        }
        return begun;
    }

    /** The operation of a request that went asynchronous; null for none. */
    HttpServerOperation waiting(Request request) {
        return waiting.get(request);
    }

    /** After a thread has done its part: ends the operation unless the request waits for another thread. */
    void partDone(HttpServerOperation operation, Request request) {
        if (isAsync(request)) {
            operation.exchange(null); // the table's values must not refer to their keys
            waiting.put(request, operation);
            return;
        }
        waiting.remove(request);
        Response response = request.getResponse();
        if (response.getErrorException() != null) {
            operation.thrown(response.getErrorException()); // writing to the client failed
        }
        operation.end(response.getStatus(), response, responseHeaders);
    }

    private static boolean isAsync(Request request) {
        Object adapted = request.getNote(ADAPTER_NOTE);
        return adapted instanceof org.apache.catalina.connector.Request
                && ((org.apache.catalina.connector.Request) adapted).isAsync();
    }
}
