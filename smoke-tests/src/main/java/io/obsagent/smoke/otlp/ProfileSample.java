package io.obsagent.smoke.otlp;

import io.opentelemetry.proto.collector.profiles.v1development.ExportProfilesServiceRequest;
import io.opentelemetry.proto.profiles.v1development.Line;
import io.opentelemetry.proto.profiles.v1development.Link;
import io.opentelemetry.proto.profiles.v1development.Location;
import io.opentelemetry.proto.profiles.v1development.Profile;
import io.opentelemetry.proto.profiles.v1development.ProfilesDictionary;
import io.opentelemetry.proto.profiles.v1development.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One sample of an OTLP profile, its indices resolved.
 *
 * @param type what is counted, such as {@code samples} or {@code inuse_space}
 * @param frames functions, innermost first
 * @param traceId 32 lower-case hexadecimal digits, or empty when the sample belongs to no span
 * @param spanId 16 lower-case hexadecimal digits, or empty
 * @param attributes of the sample, such as {@code span_name}
 * @param value in the unit of the type
 */
public record ProfileSample(String type, List<String> frames, String traceId, String spanId,
                            Map<String, String> attributes, long value) {

    /** All samples that were accepted, in the order of arrival. */
    public static List<ProfileSample> of(Received received) {
        List<ProfileSample> samples = new ArrayList<>();
        for (OtlpRequest request : received.requests(Signal.PROFILES)) {
            if (request.reply().accepts() && request.message().isPresent()) {
                decode((ExportProfilesServiceRequest) request.message().get(), samples);
            }
        }
        return samples;
    }

    private static void decode(ExportProfilesServiceRequest request, List<ProfileSample> into) {
        ProfilesDictionary dictionary = request.getDictionary();
        request.getResourceProfilesList().stream().flatMap(resource -> resource.getScopeProfilesList().stream())
                .flatMap(scope -> scope.getProfilesList().stream())
                .forEach(profile -> profile.getSamplesList()
                        .forEach(sample -> into.add(decode(dictionary, profile, sample))));
    }

    private static ProfileSample decode(ProfilesDictionary dictionary, Profile profile, Sample sample) {
        List<String> frames = new ArrayList<>();
        for (int index : dictionary.getStackTable(sample.getStackIndex()).getLocationIndicesList()) {
            Location location = dictionary.getLocationTable(index);
            for (Line line : location.getLinesList()) {
                frames.add(text(dictionary, dictionary.getFunctionTable(line.getFunctionIndex()).getNameStrindex()));
            }
        }
        Map<String, String> attributes = new HashMap<>();
        for (int index : sample.getAttributeIndicesList()) {
            attributes.put(text(dictionary, dictionary.getAttributeTable(index).getKeyStrindex()),
                    dictionary.getAttributeTable(index).getValue().getStringValue());
        }
        boolean linked = sample.getLinkIndex() > 0;
        Link link = dictionary.getLinkTable(sample.getLinkIndex());
        HexFormat hex = HexFormat.of();
        return new ProfileSample(text(dictionary, profile.getSampleType().getTypeStrindex()), List.copyOf(frames),
                linked ? hex.formatHex(link.getTraceId().toByteArray()) : "",
                linked ? hex.formatHex(link.getSpanId().toByteArray()) : "",
                Map.copyOf(attributes), sample.getValues(0));
    }

    private static String text(ProfilesDictionary dictionary, int index) {
        return dictionary.getStringTable(index);
    }
}
