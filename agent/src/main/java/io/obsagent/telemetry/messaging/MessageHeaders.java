package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.AttributeKey;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.propagation.Getter;
import java.util.List;

/** Records the message headers that the user listed, and no others. Immutable, thread-safe. */
final class MessageHeaders {
    private final String[] names;
    private final AttributeKey<String[]>[] keys;

    @SuppressWarnings({"unchecked", "rawtypes"})
    MessageHeaders(List<String> listed) {
        names = listed.toArray(new String[0]);
        keys = new AttributeKey[names.length];
        for (int i = 0; i < keys.length; i++) {
            // The other agents' spelling: properties of JMS cannot have dashes, and one query should find both.
            keys[i] = AttributeKey.strings("messaging.header." + names[i].replace('-', '_'));
        }
    }

    <C> void record(Operation operation, C message, Getter<C> headers) {
        for (int i = 0; i < names.length; i++) {
            String value = headers.get(message, names[i]);
            if (value != null) {
                operation.set(keys[i], new String[] {value});
            }
        }
    }
}
