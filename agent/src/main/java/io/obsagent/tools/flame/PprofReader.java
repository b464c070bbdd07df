package io.obsagent.tools.flame;

import io.obsagent.export.proto.ProtoReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code perftools.profiles.Profile}. One object a file. */
final class PprofReader {
    private final List<String> strings = new ArrayList<>();
    private final List<long[]> types = new ArrayList<>();
    private final List<byte[]> samples = new ArrayList<>();
    private final Map<Long, Long> functionNames = new HashMap<>();
    /** Functions of each location, innermost first. */
    private final Map<Long, List<Long>> locations = new HashMap<>();

    ProfileFile read(byte[] bytes) throws IOException {
        try {
            readTables(new ProtoReader(bytes));
            List<String> typeNames = new ArrayList<>();
            for (long[] type : types) {
                typeNames.add(string(type[0]) + '/' + string(type[1]));
            }
            List<Stack> stacks = new ArrayList<>();
            for (byte[] sample : samples) {
                stacks.add(stack(new ProtoReader(sample)));
            }
            if (typeNames.isEmpty()) {
                throw new IOException("not a profile: neither pprof nor folded stacks");
            }
            return new ProfileFile(typeNames, stacks);
        } catch (ProtoReader.MalformedException | IndexOutOfBoundsException e) {
            throw new IOException("not a profile: neither pprof nor folded stacks", e);
        }
    }

    private void readTables(ProtoReader profile) {
        while (profile.next()) {
            switch (profile.field()) {
                case 1:
                    types.add(pair(new ProtoReader(profile.content())));
                    break;
                case 2:
                    samples.add(profile.content());
                    break;
                case 4:
                    addLocation(new ProtoReader(profile.content()));
                    break;
                case 5:
                    long[] function = pair(new ProtoReader(profile.content()));
                    functionNames.put(function[0], function[1]);
                    break;
                case 6:
                    strings.add(profile.text());
                    break;
                default:
                    break;
            }
        }
    }

    private void addLocation(ProtoReader location) {
        long id = 0;
        List<Long> functions = new ArrayList<>();
        while (location.next()) {
            if (location.field() == 1) {
                id = location.number();
            } else if (location.field() == 4) {
                functions.add(pair(new ProtoReader(location.content()))[0]);
            }
        }
        locations.put(id, functions);
    }

    private Stack stack(ProtoReader sample) {
        List<Long> ids = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        Map<String, String> labels = new LinkedHashMap<>();
        while (sample.next()) {
            if (sample.field() == 1) {
                addNumbers(sample, ids);
            } else if (sample.field() == 2) {
                addNumbers(sample, values);
            } else if (sample.field() == 3) {
                long[] label = pair(new ProtoReader(sample.content()));
                labels.put(string(label[0]), string(label[1]));
            }
        }
        List<String> frames = new ArrayList<>();
        for (int i = ids.size() - 1; i >= 0; i--) {
            List<Long> functions = locations.getOrDefault(ids.get(i), List.of());
            for (int j = functions.size() - 1; j >= 0; j--) {
                frames.add(string(functionNames.getOrDefault(functions.get(j), 0L)));
            }
        }
        return new Stack(frames, values.stream().mapToLong(Long::longValue).toArray(), labels);
    }

    /** A repeated number, packed or not. */
    private static void addNumbers(ProtoReader field, List<Long> into) {
        if (!field.isBytes()) {
            into.add(field.number());
            return;
        }
        long value = 0;
        int shift = 0;
        for (byte b : field.content()) {
            value |= (long) (b & 0x7f) << shift;
            shift += 7;
            if (b >= 0) {
                into.add(value);
                value = 0;
                shift = 0;
            }
        }
    }

    /** The numbers of fields 1 and 2. */
    private static long[] pair(ProtoReader message) {
        long[] pair = new long[2];
        while (message.next()) {
            if (message.field() <= 2) {
                pair[message.field() - 1] = message.number();
            }
        }
        return pair;
    }

    private String string(long number) {
        return strings.get((int) number);
    }
}
