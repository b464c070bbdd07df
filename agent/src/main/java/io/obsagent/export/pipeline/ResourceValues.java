package io.obsagent.export.pipeline;

import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;

/** Resource attributes as they were detected, as attributes of the SDK. */
final class ResourceValues {
    private ResourceValues() {}

    @SuppressWarnings("unchecked")
    static void put(AttributesBuilder attributes, String name, Object value) {
        if (value instanceof Long || value instanceof Integer) {
            attributes.put(name, ((Number) value).longValue());
        } else if (value instanceof Boolean) {
            attributes.put(name, (Boolean) value);
        } else if (value instanceof List) {
            attributes.put(name, ((List<String>) value).toArray(new String[0]));
        } else if (value != null) {
            attributes.put(name, value.toString());
        }
    }
}
