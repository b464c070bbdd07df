package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.http.HttpClientOperation;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** One asynchronous call. Its operation is never the context of a thread, so that callbacks run in the caller's. */
final class AsyncCall {
    private static final ResponseReader RESPONSES = new ResponseReader();

    /** What the calling thread worked for. */
    final Operation caller;
    private final Calls calls;
    private final HttpHost target;
    private volatile HttpClientOperation operation;

    AsyncCall(Calls calls, HttpHost target, Operation caller) {
        this.calls = calls;
        this.target = target;
        this.caller = caller;
    }

    /** On the calling thread, before the request goes to the I/O threads. */
    void sending(HttpRequest request) {
        operation = calls.start(target, request);
    }

    void responded(HttpResponse response, HttpContext context) {
        HttpClientOperation started = operation;
        if (started != null) {
            EndpointDetails connection = context instanceof HttpCoreContext ? ((HttpCoreContext) context).getEndpointDetails() : null;
            if (connection != null) {
                started.connectedTo(connection.getRemoteAddress());
            }
            started.responded(response, RESPONSES);
        }
    }

    void failed(Throwable thrown) {
        HttpClientOperation started = operation;
        if (started != null) {
            started.failed(thrown);
        }
    }

    void cancelled() {
        HttpClientOperation started = operation;
        if (started != null) {
            started.cancelled();
        }
    }
}
