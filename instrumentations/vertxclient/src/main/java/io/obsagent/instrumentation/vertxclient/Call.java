package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.http.HttpClientOperation;

/** A request of the library, and the call it belongs to. Used by one thread at a time, as the request is. */
final class Call {
    final HttpClientOperation operation;
    private boolean written;
    private boolean webClients;

    Call(HttpClientOperation operation) {
        this.operation = operation;
    }

    /** True once. */
    boolean write() {
        boolean first = !written;
        written = true;
        return first;
    }

    /** It is WebClient that decides whether a redirection is followed. */
    void ofWebClient() {
        webClients = true;
    }

    boolean isWebClients() {
        return webClients;
    }
}
