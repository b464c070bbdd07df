package io.obsagent.profile.wire;

import io.obsagent.export.proto.ProtoWriter;
import io.obsagent.profile.model.FrameTable;
import io.obsagent.profile.model.SpanLabel;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The tables that all profiles of one OTLP request point into. Entry 0 of each table is the empty one and is always
 * there (profiles.proto, {@code ProfilesDictionary}).
 */
final class OtlpDictionary {
    private final FrameTable frames;
    private final StringTable strings = new StringTable(5);
    private final ProtoWriter mappings = new ProtoWriter();
    private final ProtoWriter locations = new ProtoWriter(4096);
    private final ProtoWriter functions = new ProtoWriter(4096);
    private final ProtoWriter links = new ProtoWriter(1024);
    private final ProtoWriter attributes = new ProtoWriter();
    private final ProtoWriter stacks = new ProtoWriter(4096);
    private final Map<Integer, Integer> locationNumbers = new HashMap<>();
    private final Map<String, Integer> functionNumbers = new HashMap<>();
    private final Map<String, Integer> attributeNumbers = new HashMap<>();
    /** By identity: a window has one object for each of its spans and one array for each of its stacks. */
    private final Map<SpanLabel, Integer> linkNumbers = new IdentityHashMap<>();
    private final Map<int[], Integer> stackNumbers = new IdentityHashMap<>();
    private final Map<IntBuffer, Integer> stackNumbersByFrames = new HashMap<>();

    OtlpDictionary(FrameTable frames) {
        this.frames = frames;
        ProtoWriter empty = new ProtoWriter();
        mappings.message(1, empty);
        locations.message(2, empty);
        functions.message(3, empty);
        links.message(4, link(empty, 0, 0, 0));
        attributes.message(6, empty.clear());
        stacks.message(7, empty);
    }

    ProtoWriter valueType(String type, String unit) {
        return new ProtoWriter().varint(1, strings.number(type)).varint(2, strings.number(unit));
    }

    long stack(int[] stack) {
        Integer known = stackNumbers.get(stack);
        if (known == null) {
            known = stackNumbersByFrames.computeIfAbsent(IntBuffer.wrap(stack), this::add);
            stackNumbers.put(stack, known);
        }
        return known;
    }

    private int add(IntBuffer stack) {
        long[] numbers = new long[stack.remaining()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = location(stack.get(i));
        }
        stacks.message(7, new ProtoWriter().packed(1, numbers));
        return stackNumbersByFrames.size() + 1;
    }

    long link(SpanLabel span) {
        Integer known = linkNumbers.get(span);
        if (known == null) {
            known = linkNumbers.size() + 1;
            linkNumbers.put(span, known);
            links.message(4, link(new ProtoWriter(), span.traceHi, span.traceLo, span.spanId));
        }
        return known;
    }

    long attribute(String key, String value) {
        Integer known = attributeNumbers.get(key + '=' + value);
        if (known == null) {
            known = attributeNumbers.size() + 1;
            attributeNumbers.put(key + '=' + value, known);
            attributes.message(6, new ProtoWriter().varint(1, strings.number(key)).message(2, new ProtoWriter().text(1, value)));
        }
        return known;
    }

    /** A {@code KeyValue} of the resource, which has no dictionary. */
    static ProtoWriter keyValue(String key, String value) {
        return new ProtoWriter().text(1, key).message(2, new ProtoWriter().text(1, value));
    }

    /** The whole {@code ProfilesDictionary}. */
    ProtoWriter write() {
        ProtoWriter out = new ProtoWriter(16 * 1024);
        for (ProtoWriter table : new ProtoWriter[] {mappings, locations, functions, links, attributes, stacks}) {
            out.fields(table);
        }
        return out.fields(strings.fields());
    }

    private int location(int frame) {
        Integer known = locationNumbers.get(frame);
        if (known == null) {
            known = locationNumbers.size() + 1;
            locationNumbers.put(frame, known);
            ProtoWriter line = new ProtoWriter().varint(1, function(frames.function(frame))).varint(2, frames.line(frame));
            locations.message(2, new ProtoWriter().message(3, line));
        }
        return known;
    }

    private int function(String name) {
        Integer known = functionNumbers.get(name);
        if (known == null) {
            known = functionNumbers.size() + 1;
            functionNumbers.put(name, known);
            int text = strings.number(name);
            functions.message(3, new ProtoWriter().varint(1, text).varint(2, text));
        }
        return known;
    }

    private static ProtoWriter link(ProtoWriter out, long traceHi, long traceLo, long spanId) {
        return out.clear().id(1, traceHi, traceLo).id(2, spanId);
    }
}
