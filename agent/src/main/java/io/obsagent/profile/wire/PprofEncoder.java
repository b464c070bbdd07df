package io.obsagent.profile.wire;

import io.obsagent.export.proto.ProtoWriter;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes a profile as pprof ({@code perftools.profiles.Profile}), uncompressed.
 *
 * <p>Sample labels are {@code span_id}, {@code trace_id} and {@code span_name}. Pyroscope keeps the first two beside the
 * sample; any other text label becomes a series of its own there, so nothing of high cardinality may be added. One encoder
 * serves all profiles of its window, which share their stacks. Not thread-safe.
 */
public final class PprofEncoder {
    /** Limits of a Pyroscope server as it is delivered, with a margin: 4 MiB uncompressed, 16,000 samples. */
    private static final int MOST_BYTES = 3_500_000;
    private static final int MOST_SAMPLES = 16_000;

    private final ProfileWindow window;
    private final boolean spanLabels;
    private final PprofStacks stacks;

    /** @param spanLabels false leaves samples without span: for readers that want one total per stack */
    public PprofEncoder(ProfileWindow window, boolean spanLabels) {
        this.window = window;
        this.spanLabels = spanLabels;
        this.stacks = new PprofStacks(window.frames);
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
        ProtoWriter out = new ProtoWriter(64 * 1024);
        ProtoWriter message = new ProtoWriter();
        StringTable strings = new StringTable(6);
        PprofLabels labels = new PprofLabels(strings);
        ProfileKind kind = profile.kind;
        boolean counted = kind.countType != null;
        if (counted) {
            out.message(1, type(message, strings, kind.countType, "count"));
        }
        out.message(1, type(message, strings, kind.valueType, kind.valueUnit));
        stacks.begin();
        for (Sample sample : profile.samples) {
            stacks.write(message.clear(), sample.frames);
            if (counted) {
                message.packed(2, sample.count, sample.value);
            } else {
                message.packed(2, sample.value);
            }
            if (sample.span != null && spanLabels) {
                labels.write(message, sample.span);
            }
            out.message(2, message);
        }
        out.message(3, message.clear().varint(1, 1).varint(7, 1).varint(9, 1));
        stacks.writeUsed(out, strings);
        out.varint(9, window.startNanos).varint(10, window.durationNanos);
        out.message(11, type(message, strings, kind.periodType, kind.periodUnit)).varint(12, profile.period);
        return out.fields(strings.fields()).toByteArray();
    }

    private static ProtoWriter type(ProtoWriter out, StringTable strings, String type, String unit) {
        return out.clear().varint(1, strings.number(type)).varint(2, strings.number(unit));
    }
}
