package io.obsagent.smoke.otlp;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** OTLP attributes as plain Java values: String, Boolean, Long, Double, List, Map or the raw bytes. */
public final class Attributes {
    private Attributes() {
    }

    /** Sorted by key and unmodifiable; of a key that occurs twice the last one is kept. */
    public static Map<String, Object> of(List<KeyValue> list) {
        Map<String, Object> map = new TreeMap<>();
        for (KeyValue entry : list) {
            map.put(entry.getKey(), value(entry.getValue()));
        }
        return Collections.unmodifiableMap(map);
    }

    /** Whether {@code actual} has every entry of {@code expected}; ints and longs compare by value. */
    public static boolean contain(Map<String, Object> actual, Map<String, ?> expected) {
        for (Map.Entry<String, ?> entry : expected.entrySet()) {
            Object wanted = entry.getValue() instanceof Integer
                    ? Long.valueOf((Integer) entry.getValue()) : entry.getValue();
            if (!wanted.equals(actual.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static Object value(AnyValue value) {
        switch (value.getValueCase()) {
            case STRING_VALUE:
                return value.getStringValue();
            case BOOL_VALUE:
                return value.getBoolValue();
            case INT_VALUE:
                return value.getIntValue();
            case DOUBLE_VALUE:
                return value.getDoubleValue();
            case ARRAY_VALUE:
                List<Object> list = new ArrayList<>();
                value.getArrayValue().getValuesList().forEach(element -> list.add(value(element)));
                return list;
            case KVLIST_VALUE:
                return of(value.getKvlistValue().getValuesList());
            case BYTES_VALUE:
                return value.getBytesValue();
            default:
                return "";
        }
    }
}
