package io.obsagent.instrumentation.apachehttpasyncclient4;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import org.apache.http.HttpHost;
import org.apache.http.HttpInetConnection;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;

/** One asynchronous call. Its operation is never the context of a thread, so that callbacks run in the caller's. */
final class AsyncCall {
    private static final CallReader CALLS = new CallReader();
    private static final ResponseReader RESPONSES = new ResponseReader();
    private static final Headers HEADERS = new Headers();

    /** What the calling thread worked for. */
    final Operation caller;
    private final HttpClientTelemetry client;
    private volatile HttpClientOperation operation;

    AsyncCall(HttpClientTelemetry client, Operation caller) {
        this.client = client;
        this.caller = caller;
    }

    /** On the calling thread, before the request goes to the I/O threads. */
    void sending(HttpHost target, HttpRequest request) {
        HttpClientOperation started = client.start(new Call(target, request), CALLS);
        if (started != null) {
            started.inject(request, HEADERS);
            operation = started;
        }
    }

    /** The client says in its context which connection the request went to. */
    void sent(HttpContext context) {
        HttpClientOperation started = operation;
        if (started != null && started.sampled() && context != null) {
            Object connection = context.getAttribute(HttpCoreContext.HTTP_CONNECTION);
            if (connection instanceof HttpInetConnection) {
                HttpInetConnection peer = (HttpInetConnection) connection;
                started.connectedTo(peer.getRemoteAddress(), peer.getRemotePort());
            }
        }
    }

    void responded(HttpResponse response) {
        HttpClientOperation started = operation;
        if (started != null) {
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
