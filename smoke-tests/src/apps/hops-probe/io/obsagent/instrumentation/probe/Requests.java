package io.obsagent.instrumentation.probe;

import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.WeakTable;

/** Requests that a test application pretends to serve, by name. */
final class Requests {
    private final Telemetry telemetry;
    private final WeakTable<Operation, String> names = new WeakTable<>();

    Requests(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    Operation begin(String name) {
        Operation operation = telemetry.thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        names.put(operation, name);
        operation.attach();
        return operation;
    }

    String current() {
        Operation current = telemetry.current();
        return current == null ? "none" : names.get(current);
    }
}
