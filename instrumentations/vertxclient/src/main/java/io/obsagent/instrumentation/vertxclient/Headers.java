package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.Setter;
import io.vertx.core.MultiMap;
import java.util.List;

/** Headers of requests and responses. */
final class Headers implements Setter<MultiMap>, Getter<MultiMap> {
    @Override
    public void set(MultiMap headers, String name, String value) {
        headers.set(name, value);
    }

    @Override
    public String get(MultiMap headers, String name) {
        List<String> values = headers.getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
