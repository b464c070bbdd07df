package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientResponse;

/** A response that sends the client elsewhere. Whether it goes there, the promise to the application tells. */
final class Redirection {
    final HttpClientOperation call;
    final HttpClientResponse response;
    private final Promise<?> promise;

    /**
     * @param promise null where the response is not for the application anyway
     */
    Redirection(HttpClientOperation call, HttpClientResponse response, Promise<?> promise) {
        this.call = call;
        this.response = response;
        this.promise = promise;
    }

    /** Whether the application has the response: the library does not follow it, or no longer. */
    boolean given() {
        return promise != null && promise.future().isComplete();
    }
}
