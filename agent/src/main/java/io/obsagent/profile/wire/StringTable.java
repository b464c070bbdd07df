package io.obsagent.profile.wire;

import io.obsagent.export.proto.ProtoWriter;
import java.util.HashMap;
import java.util.Map;

/** Numbers strings from 0, which is the empty one, as pprof and OTLP profiles ask. Not thread-safe. */
final class StringTable {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final ProtoWriter strings = new ProtoWriter(16 * 1024);
    private final int field;
    private int size;

    /** @param field of the repeated strings in their message */
    StringTable(int field) {
        this.field = field;
        number("");
    }

    int number(String text) {
        Integer known = numbers.get(text);
        if (known == null) {
            strings.text(field, text);
            known = size++;
            numbers.put(text, known);
        }
        return known;
    }

    /** The next number, for an id in lower-case hexadecimal digits. It is not looked for: ids are nearly all different. */
    int addId(long id) {
        strings.hexadecimal(field, id);
        return size++;
    }

    /** As {@link #addId(long)}, for an id of 128 bits. */
    int addId(long high, long low) {
        strings.hexadecimal(field, high, low);
        return size++;
    }

    /** All strings in order, as the repeated field. */
    ProtoWriter fields() {
        return strings;
    }
}
