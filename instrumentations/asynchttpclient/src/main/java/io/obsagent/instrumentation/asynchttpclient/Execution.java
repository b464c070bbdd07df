package io.obsagent.instrumentation.asynchttpclient;

import io.netty.handler.codec.http.HttpHeaders;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.http.HttpClientOperation;
import org.asynchttpclient.HttpResponseStatus;

/** One execution. Its operation is never the context of a thread, so that the application's handler runs in the caller's. */
final class Execution {
    private static final ResponseReader RESPONSES = new ResponseReader();

    /** What the calling thread worked for. */
    final Operation caller;
    final HttpClientOperation operation;
    /** Of the latest response; the event loop writes them before the future is done. */
    volatile HttpResponseStatus status;
    volatile HttpHeaders headers;

    Execution(Operation caller, HttpClientOperation operation) {
        this.caller = caller;
        this.operation = operation;
    }

    void received(HttpResponseStatus line, HttpHeaders fields) {
        operation.attempted();
        operation.connectedTo(line.getRemoteAddress());
        headers = fields;
        status = line;
    }

    void done(Throwable failure) {
        if (failure == null && status != null) {
            operation.responded(this, RESPONSES);
        } else if (failure != null) {
            operation.failed(failure);
        } else {
            operation.cancelled();
        }
    }
}
