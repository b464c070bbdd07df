package io.obsagent.instrumentation.reactornetty;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.http.HttpClientOperation;

/** One subscription. Its operation is never the context of a thread, so that operators run in the subscriber's. */
final class Exchange {
    /** What the subscribing thread worked for. */
    final Operation caller;
    /** Null until the library knows where to send to, and for calls that are to be left alone. */
    volatile HttpClientOperation operation;

    Exchange(Operation caller) {
        this.caller = caller;
    }
}
