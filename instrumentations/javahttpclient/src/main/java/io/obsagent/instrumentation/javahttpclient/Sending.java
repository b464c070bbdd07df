package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.HttpClientOperation;

/** The call that each thread has begun, until the client makes a request of its own of the application's. */
final class Sending {
    private final ThreadLocal<HttpClientOperation> begun = new ThreadLocal<>();

    void begin(HttpClientOperation call) {
        begun.set(call);
    }

    boolean isOn() {
        return begun.get() != null;
    }

    /** The call, once; null for none. */
    HttpClientOperation take() {
        HttpClientOperation call = begun.get();
        begun.set(null);
        return call;
    }
}
