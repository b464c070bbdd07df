package io.obsagent.telemetry.http;

import io.obsagent.telemetry.AttributeKey;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.propagation.Getter;
import java.util.List;

/** Records the headers that the user listed, and no others. Immutable, thread-safe. */
final class HeaderCapture {
    private final String[] names;
    private final AttributeKey<String[]>[] keys;

    private HeaderCapture(String prefix, List<String> lowerCaseNames) {
        names = lowerCaseNames.toArray(new String[0]);
        keys = keys(prefix, names);
    }

    static HeaderCapture ofRequests(List<String> lowerCaseNames) {
        return new HeaderCapture("http.request.header.", lowerCaseNames);
    }

    static HeaderCapture ofResponses(List<String> lowerCaseNames) {
        return new HeaderCapture("http.response.header.", lowerCaseNames);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static AttributeKey<String[]>[] keys(String prefix, String[] names) {
        AttributeKey<String[]>[] keys = new AttributeKey[names.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = AttributeKey.strings(prefix + names[i]);
        }
        return keys;
    }

    /** @param carrier null where there is none (no response): nothing is recorded */
    <C> void record(Operation operation, C carrier, Getter<C> headers) {
        if (carrier == null || !operation.sampled()) {
            return;
        }
        for (int i = 0; i < names.length; i++) {
            String value = headers.get(carrier, names[i]);
            if (value != null) {
                operation.set(keys[i], new String[] {value});
            }
        }
    }
}
