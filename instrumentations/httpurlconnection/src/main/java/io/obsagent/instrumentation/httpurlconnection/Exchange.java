package io.obsagent.instrumentation.httpurlconnection;

import io.obsagent.telemetry.http.HttpClientOperation;

/** The one operation of a connection object, which serves one thread at a time. */
final class Exchange {
    final HttpClientOperation operation;
    /** Set before the response is read, because reading it asks for it once more. */
    boolean over;
    /** How many calls for the response lie inside each other: following a redirect asks for its headers. */
    int depth;

    Exchange(HttpClientOperation operation) {
        this.operation = operation;
    }

    void failed(Throwable thrown) {
        over = true;
        operation.failed(thrown);
    }
}
