package io.obsagent.export.pipeline;

import io.obsagent.telemetry.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Arrays;

/** The attributes of series as the SDK's. */
final class SdkAttributes {
    private SdkAttributes() {}

    @SuppressWarnings("unchecked")
    static Attributes of(io.obsagent.telemetry.Attributes ours) {
        if (ours.size() == 0) {
            return Attributes.empty();
        }
        AttributesBuilder builder = Attributes.builder();
        for (int i = 0; i < ours.size(); i++) {
            builder.put((io.opentelemetry.api.common.AttributeKey<Object>) key(ours.key(i)), value(ours.value(i)));
        }
        return builder.build();
    }

    private static io.opentelemetry.api.common.AttributeKey<?> key(AttributeKey<?> ours) {
        Object made = ours.exported();
        if (made == null) {
            made = make(ours);
            ours.exported(made);
        }
        return (io.opentelemetry.api.common.AttributeKey<?>) made;
    }

    private static Object make(AttributeKey<?> ours) {
        switch (ours.type()) {
            case STRING:
                return io.opentelemetry.api.common.AttributeKey.stringKey(ours.name());
            case LONG:
                return io.opentelemetry.api.common.AttributeKey.longKey(ours.name());
            case DOUBLE:
                return io.opentelemetry.api.common.AttributeKey.doubleKey(ours.name());
            case BOOLEAN:
                return io.opentelemetry.api.common.AttributeKey.booleanKey(ours.name());
            default:
                return io.opentelemetry.api.common.AttributeKey.stringArrayKey(ours.name());
        }
    }

    private static Object value(Object ours) {
        return ours instanceof String[] ? Arrays.asList((String[]) ours) : ours;
    }
}
