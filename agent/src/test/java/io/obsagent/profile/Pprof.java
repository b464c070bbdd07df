package io.obsagent.profile;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A decoded pprof profile, its indices resolved. */
public final class Pprof {
    public final List<String> types = new ArrayList<>();
    public final String periodType;
    public final long period;
    public final long timeNanos;
    public final long durationNanos;
    public final List<Entry> samples = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private final Map<Long, String> functions = new LinkedHashMap<>();
    private final Map<Long, String> locations = new LinkedHashMap<>();

    /** One sample. */
    public static final class Entry {
        /** {@code name:line}, innermost first. */
        public final List<String> stack = new ArrayList<>();
        public final List<Long> values = new ArrayList<>();
        public final Map<String, String> labels = new LinkedHashMap<>();
    }

    public Pprof(byte[] bytes) {
        DynamicMessage profile = ProtoSchema.pprof(bytes);
        strings(profile);
        messages(profile, "sample_type").forEach(type -> types.add(type(type)));
        messages(profile, "function").forEach(function -> functions.put(number(function, "id"), strings.get((int) number(function, "name"))));
        for (DynamicMessage location : messages(profile, "location")) {
            DynamicMessage line = messages(location, "line").get(0);
            locations.put(number(location, "id"), functions.get(number(line, "function_id")) + ":" + number(line, "line"));
        }
        messages(profile, "sample").forEach(this::add);
        periodType = type((DynamicMessage) profile.getField(field(profile, "period_type")));
        period = number(profile, "period");
        timeNanos = number(profile, "time_nanos");
        durationNanos = number(profile, "duration_nanos");
    }

    public long total(int value) {
        return samples.stream().mapToLong(sample -> sample.values.get(value)).sum();
    }

    private void add(DynamicMessage sample) {
        Entry entry = new Entry();
        list(sample, "location_id").forEach(id -> entry.stack.add(locations.get((Long) id)));
        list(sample, "value").forEach(value -> entry.values.add((Long) value));
        for (DynamicMessage label : messages(sample, "label")) {
            entry.labels.put(strings.get((int) number(label, "key")), strings.get((int) number(label, "str")));
        }
        samples.add(entry);
    }

    private void strings(DynamicMessage profile) {
        list(profile, "string_table").forEach(text -> strings.add((String) text));
    }

    private String type(DynamicMessage type) {
        return strings.get((int) number(type, "type")) + "/" + strings.get((int) number(type, "unit"));
    }

    private static FieldDescriptor field(DynamicMessage message, String name) {
        return message.getDescriptorForType().findFieldByName(name);
    }

    public static long number(DynamicMessage message, String name) {
        return (Long) message.getField(field(message, name));
    }

    public static List<?> list(DynamicMessage message, String name) {
        return (List<?>) message.getField(field(message, name));
    }

    @SuppressWarnings("unchecked")
    public static List<DynamicMessage> messages(DynamicMessage message, String name) {
        return (List<DynamicMessage>) message.getField(field(message, name));
    }
}
