package io.obsagent.profile.wire;

import io.obsagent.export.proto.ProtoWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers strings from 0, which is the empty one, as pprof and OTLP profiles ask. */
final class StringTable {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    StringTable() {
        number("");
    }

    int number(String text) {
        Integer known = numbers.get(text);
        if (known == null) {
            known = numbers.size();
            numbers.put(text, known);
        }
        return known;
    }

    /** Writes all strings in order as the repeated field. */
    void writeTo(ProtoWriter out, int field) {
        for (String text : numbers.keySet()) {
            out.text(field, text);
        }
    }
}
