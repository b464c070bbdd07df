package io.obsagent.telemetry.http;

import io.obsagent.telemetry.AttributeKey;
import io.obsagent.telemetry.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records the request parameters that the user listed, and no others. Immutable, thread-safe. */
final class ParameterCapture {
    private final Map<String, AttributeKey<String[]>> keys = new HashMap<>();

    ParameterCapture(List<String> names) {
        for (String name : names) {
            keys.put(name, AttributeKey.strings("servlet.request.parameter." + name));
        }
    }

    /** @param values null for none */
    void record(Operation operation, String name, String[] values) {
        AttributeKey<String[]> key = values == null || !operation.sampled() || operation.ended() ? null : keys.get(name);
        if (key != null) {
            operation.set(key, values);
        }
    }

    void record(Operation operation, Map<String, String[]> parameters) {
        for (String name : keys.keySet()) {
            record(operation, name, parameters.get(name));
        }
    }
}
