package io.obsagent.profile.wire;

import io.obsagent.export.proto.ProtoWriter;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.Sample;
import io.obsagent.profile.model.SpanLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Encodes a profile as pprof ({@code perftools.profiles.Profile}), uncompressed.
 *
 * <p>Sample labels are {@code span_id}, {@code trace_id} and {@code span_name}. Pyroscope keeps the first two beside the
 * sample; any other text label becomes a series of its own there, so nothing of high cardinality may be added.
 */
public final class PprofEncoder {
    /** Limits of a Pyroscope server as it is delivered, with a margin: 4 MiB uncompressed, 16,000 samples. */
    private static final int MOST_BYTES = 3_500_000;
    private static final int MOST_SAMPLES = 16_000;

    private final ProfileWindow window;
    private final boolean spanLabels;

    /** @param spanLabels false leaves samples without span: for readers that want one total per stack */
    public PprofEncoder(ProfileWindow window, boolean spanLabels) {
        this.window = window;
        this.spanLabels = spanLabels;
    }

    /** The profile in as many parts as the server's limits ask for; a single sample is never divided. */
    public List<byte[]> encodeSplit(Profile profile) {
        List<byte[]> parts = new ArrayList<>();
        split(profile, parts);
        return parts;
    }

    private void split(Profile profile, List<byte[]> parts) {
        List<Sample> samples = profile.samples;
        if (samples.size() <= MOST_SAMPLES) {
            byte[] encoded = encode(profile);
            if (encoded.length <= MOST_BYTES || samples.size() == 1) {
                parts.add(encoded);
                return;
            }
        }
        int half = samples.size() / 2;
        split(profile.with(samples.subList(0, half)), parts);
        split(profile.with(samples.subList(half, samples.size())), parts);
    }

    /** The whole profile in one message. */
    public byte[] encode(Profile profile) {
        ProtoWriter out = new ProtoWriter(16 * 1024);
        ProtoWriter message = new ProtoWriter();
        ProtoWriter label = new ProtoWriter();
        StringTable strings = new StringTable();
        ProfileKind kind = profile.kind;
        boolean counted = kind.countType != null;
        if (counted) {
            out.message(1, type(message, strings, kind.countType, "count"));
        }
        out.message(1, type(message, strings, kind.valueType, kind.valueUnit));
        Locations locations = new Locations();
        for (Sample sample : profile.samples) {
            message.clear().packed(1, locations.numbers(sample.frames));
            message.packed(2, counted ? new long[] {sample.count, sample.value} : new long[] {sample.value});
            if (sample.span != null && spanLabels) {
                addLabels(message, label, strings, sample.span);
            }
            out.message(2, message);
        }
        out.message(3, message.clear().varint(1, 1).varint(7, 1).varint(9, 1));
        locations.writeTo(out, strings);
        out.varint(9, window.startNanos).varint(10, window.durationNanos);
        out.message(11, type(message, strings, kind.periodType, kind.periodUnit)).varint(12, profile.period);
        strings.writeTo(out, 6);
        return out.toByteArray();
    }

    private static void addLabels(ProtoWriter sample, ProtoWriter label, StringTable strings, SpanLabel span) {
        sample.message(3, label(label, strings, "span_id", span.profileIdText()));
        sample.message(3, label(label, strings, "trace_id", span.traceIdText()));
        if (span.rootName != null) {
            sample.message(3, label(label, strings, "span_name", span.rootName));
        }
    }

    private static ProtoWriter label(ProtoWriter out, StringTable strings, String key, String value) {
        return out.clear().varint(1, strings.number(key)).varint(2, strings.number(value));
    }

    private static ProtoWriter type(ProtoWriter out, StringTable strings, String type, String unit) {
        return out.clear().varint(1, strings.number(type)).varint(2, strings.number(unit));
    }

    /** The frames that this profile uses: location n has the window's frame of the same number, functions are shared. */
    private final class Locations {
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private final List<Integer> frames = new ArrayList<>();

        long[] numbers(int[] stack) {
            long[] ids = new long[stack.length];
            for (int i = 0; i < stack.length; i++) {
                Integer known = numbers.get(stack[i]);
                if (known == null) {
                    frames.add(stack[i]);
                    known = frames.size();
                    numbers.put(stack[i], known);
                }
                ids[i] = known;
            }
            return ids;
        }

        void writeTo(ProtoWriter out, StringTable strings) {
            Map<String, Integer> functions = new HashMap<>();
            ProtoWriter message = new ProtoWriter();
            ProtoWriter line = new ProtoWriter();
            for (int i = 0; i < frames.size(); i++) {
                String name = window.frames.function(frames.get(i));
                Integer function = functions.get(name);
                if (function == null) {
                    function = functions.size() + 1;
                    functions.put(name, function);
                    int text = strings.number(name);
                    out.message(5, message.clear().varint(1, function).varint(2, text).varint(3, text));
                }
                line.clear().varint(1, function).varint(2, window.frames.line(frames.get(i)));
                out.message(4, message.clear().varint(1, i + 1).varint(2, 1).message(4, line));
            }
        }
    }
}
