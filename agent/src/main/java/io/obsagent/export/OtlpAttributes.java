package io.obsagent.export;

import io.obsagent.export.proto.ProtoWriter;
import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Attributes as fields of the type {@code KeyValue} (opentelemetry/proto/common/v1/common.proto). */
final class OtlpAttributes {
    private OtlpAttributes() {}

    static void write(ProtoWriter out, int field, Span span) {
        for (int i = 0; i < span.attributeCount(); i++) {
            write(out, field, span.attributeKey(i).encodedName(), span.attributeValue(i));
        }
    }

    static void write(ProtoWriter out, int field, Attributes attributes) {
        for (int i = 0; i < attributes.size(); i++) {
            write(out, field, attributes.key(i).encodedName(), attributes.value(i));
        }
    }

    /** Those of a resource, as they were detected. */
    static void write(ProtoWriter out, int field, Map<String, Object> attributes) {
        for (Map.Entry<String, Object> each : attributes.entrySet()) {
            if (each.getValue() != null) {
                write(out, field, each.getKey().getBytes(StandardCharsets.UTF_8), each.getValue());
            }
        }
    }

    private static void write(ProtoWriter out, int field, byte[] key, Object value) {
        int pair = out.open(field);
        out.bytes(1, key);
        any(out, 2, value);
        out.close(pair);
    }

    /** An {@code AnyValue}; whatever has no type of its own there is text. */
    private static void any(ProtoWriter out, int field, Object value) {
        int any = out.open(field);
        if (value instanceof Long || value instanceof Integer) {
            out.chosen(3, ((Number) value).longValue());
        } else if (value instanceof Boolean) {
            out.chosen(2, (Boolean) value ? 1 : 0);
        } else if (value instanceof Double) {
            out.chosenFixed64(4, Double.doubleToRawLongBits((Double) value));
        } else if (value instanceof String[]) {
            array(out, 5, Arrays.asList((String[]) value));
        } else if (value instanceof Iterable) {
            array(out, 5, (Iterable<?>) value);
        } else {
            out.text(1, value.toString());
        }
        out.close(any);
    }

    private static void array(ProtoWriter out, int field, Iterable<?> elements) {
        int array = out.open(field);
        for (Object element : elements) {
            any(out, 1, element);
        }
        out.close(array);
    }
}
