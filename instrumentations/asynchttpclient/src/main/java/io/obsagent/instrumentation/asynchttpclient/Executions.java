package io.obsagent.instrumentation.asynchttpclient;

import io.obsagent.telemetry.WeakTable;
import org.asynchttpclient.AsyncHandler;

/** The executions that go on, by the application's handler: the one object that every part of the library knows. */
final class Executions {
    private final WeakTable<AsyncHandler<?>, Execution> known = new WeakTable<>();

    void begin(AsyncHandler<?> handler, Execution execution) {
        known.put(handler, execution);
    }

    Execution of(AsyncHandler<?> handler) {
        return handler == null ? null : known.get(handler);
    }
}
