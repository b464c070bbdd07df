package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/** One asynchronous call. Its operation is never the context of a thread, so that callbacks run in the caller's. */
final class AsyncCall {
    private static final CallReader CALLS = new CallReader();
    private static final ResponseReader RESPONSES = new ResponseReader();
    private static final Headers HEADERS = new Headers();

    /** What the calling thread worked for. */
    final Operation caller;
    private final HttpClientTelemetry client;
    private final HttpHost target;
    private volatile HttpClientOperation operation;

    AsyncCall(HttpClientTelemetry client, HttpHost target, Operation caller) {
        this.client = client;
        this.target = target;
        this.caller = caller;
    }

    /** On the calling thread, before the request goes to the I/O threads. */
    void sending(HttpRequest request) {
        HttpClientOperation started = client.start(new Call(target, request), CALLS);
        if (started != null) {
            started.inject(request, HEADERS);
            operation = started;
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
