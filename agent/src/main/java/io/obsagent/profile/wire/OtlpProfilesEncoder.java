package io.obsagent.profile.wire;

import io.obsagent.export.proto.ProtoWriter;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Encodes a window as {@code ExportProfilesServiceRequest} of OTLP's {@code v1development}, as of version 1.11 of the
 * definitions. All profiles share one dictionary; each sample links its exact span.
 *
 * <p>CPU goes out as {@code samples:count} with a period in CPU nanoseconds, and each sample has exactly one value:
 * what Pyroscope files as {@code process_cpu:cpu:nanoseconds:cpu:nanoseconds}, and what others read too.
 */
public final class OtlpProfilesEncoder {
    /** Half of the 4 MiB that a receiver takes by default for one message, because parts are estimated by samples. */
    private static final int MOST_BYTES = 2_000_000;
    private static final String SCOPE = "io.obsagent.profile";

    private final Map<String, String> resource;

    public OtlpProfilesEncoder(Map<String, String> resource) {
        this.resource = resource;
    }

    /** The window in as many requests as needed to stay below common size limits. */
    public List<byte[]> encodeSplit(ProfileWindow window) {
        List<byte[]> parts = new ArrayList<>();
        split(window, window.profiles, parts);
        return parts;
    }

    private void split(ProfileWindow window, List<Profile> profiles, List<byte[]> parts) {
        byte[] encoded = encode(window, profiles);
        if (encoded.length <= MOST_BYTES || profiles.size() == 1 && profiles.get(0).samples.size() == 1) {
            parts.add(encoded);
        } else if (profiles.size() > 1) {
            int half = profiles.size() / 2;
            split(window, profiles.subList(0, half), parts);
            split(window, profiles.subList(half, profiles.size()), parts);
        } else {
            Profile profile = profiles.get(0);
            int half = profile.samples.size() / 2;
            split(window, List.of(profile.with(profile.samples.subList(0, half))), parts);
            split(window, List.of(profile.with(profile.samples.subList(half, profile.samples.size()))), parts);
        }
    }

    private byte[] encode(ProfileWindow window, List<Profile> profiles) {
        OtlpDictionary dictionary = new OtlpDictionary(window.frames);
        ProtoWriter scope = new ProtoWriter(16 * 1024);
        scope.message(1, new ProtoWriter().text(1, SCOPE));
        for (Profile profile : profiles) {
            scope.message(2, profile(window, profile, dictionary));
        }
        ProtoWriter resourceProfiles = new ProtoWriter(16 * 1024).message(1, resource()).message(2, scope);
        return new ProtoWriter(32 * 1024).message(1, resourceProfiles).message(2, dictionary.write()).toByteArray();
    }

    private ProtoWriter resource() {
        ProtoWriter out = new ProtoWriter();
        for (Map.Entry<String, String> attribute : resource.entrySet()) {
            out.message(1, OtlpDictionary.keyValue(attribute.getKey(), attribute.getValue()));
        }
        return out;
    }

    private static ProtoWriter profile(ProfileWindow window, Profile profile, OtlpDictionary dictionary) {
        ProfileKind kind = profile.kind;
        boolean cpu = kind == ProfileKind.CPU;
        ProtoWriter out = new ProtoWriter(8 * 1024);
        out.message(1, cpu ? dictionary.valueType("samples", "count") : dictionary.valueType(kind.valueType, kind.valueUnit));
        ProtoWriter message = new ProtoWriter();
        for (Sample sample : profile.samples) {
            message.clear().varint(1, dictionary.stack(sample.frames));
            if (sample.span != null) {
                if (sample.span.rootName != null) {
                    message.packed(2, dictionary.attribute("span_name", sample.span.rootName));
                }
                message.varint(3, dictionary.link(sample.span));
            }
            out.message(2, message.packed(4, cpu ? sample.count : sample.value));
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return out.fixed64(3, window.startNanos)
                .varint(4, window.durationNanos)
                .message(5, dictionary.valueType(kind.periodType, kind.periodUnit))
                .varint(6, Math.max(profile.period, 1))
                .id(7, random.nextLong(), random.nextLong());
    }
}
