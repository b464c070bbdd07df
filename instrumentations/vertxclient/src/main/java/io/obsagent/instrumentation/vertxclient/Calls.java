package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.vertx.core.http.HttpClientRequest;

/** Which call a request of the library belongs to, and what the thread is about that will lead to one. */
final class Calls {
    private final ThreadLocal<Boolean> asking = new ThreadLocal<>();
    private final ThreadLocal<Redirection> redirected = new ThreadLocal<>();
    private final WeakTable<HttpClientRequest, Call> known = new WeakTable<>();

    /** False where one form of asking calls another. */
    boolean ask() {
        if (asking.get() != null) {
            return false;
        }
        asking.set(true);
        return true;
    }

    void asked() {
        asking.remove();
    }

    /** The thread handles this redirection, null for none any more. */
    void redirected(Redirection redirection) {
        redirected.set(redirection);
    }

    /** The call whose redirection the library follows now, null for none. */
    HttpClientOperation followed() {
        Redirection redirection = redirected.get();
        return redirection == null || redirection.given() ? null : redirection.call;
    }

    void begin(HttpClientRequest request, HttpClientOperation call) {
        known.put(request, new Call(call));
    }

    /** Null for what is to be left alone. */
    Call of(Object request) {
        return known.get((HttpClientRequest) request);
    }
}
