package io.obsagent.profile.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.obsagent.profile.ProtoSchema;
import io.obsagent.profile.Windows;
import io.obsagent.profile.model.ProfileWindow;
import io.opentelemetry.proto.collector.profiles.v1development.ExportProfilesServiceRequest;
import io.opentelemetry.proto.profiles.v1development.Function;
import io.opentelemetry.proto.profiles.v1development.Link;
import io.opentelemetry.proto.profiles.v1development.Location;
import io.opentelemetry.proto.profiles.v1development.Mapping;
import io.opentelemetry.proto.profiles.v1development.Profile;
import io.opentelemetry.proto.profiles.v1development.ProfilesDictionary;
import io.opentelemetry.proto.profiles.v1development.Sample;
import io.opentelemetry.proto.profiles.v1development.Stack;
import io.opentelemetry.proto.profiles.v1development.ValueType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Decoded with the published classes of the OTLP definitions. */
class OtlpProfilesEncoderTest {
    private static ExportProfilesServiceRequest decode(byte[] bytes) throws Exception {
        ExportProfilesServiceRequest request = ExportProfilesServiceRequest.parseFrom(bytes);
        ProtoSchema.requireKnown(request);
        return request;
    }

    private static ExportProfilesServiceRequest small() throws Exception {
        List<byte[]> parts = new OtlpProfilesEncoder(Map.of("service.name", "shop")).encodeSplit(Windows.small());
        assertThat(parts).hasSize(1);
        return decode(parts.get(0));
    }

    @Test
    void everyTableStartsWithItsEmptyEntry() throws Exception {
        ProfilesDictionary dictionary = small().getDictionary();

        assertThat(dictionary.getStringTable(0)).isEmpty();
        assertThat(dictionary.getMappingTable(0)).isEqualTo(Mapping.getDefaultInstance());
        assertThat(dictionary.getLocationTable(0)).isEqualTo(Location.getDefaultInstance());
        assertThat(dictionary.getFunctionTable(0)).isEqualTo(Function.getDefaultInstance());
        assertThat(dictionary.getStackTable(0)).isEqualTo(Stack.getDefaultInstance());
        Link none = Link.newBuilder().setTraceId(ByteString.copyFrom(new byte[16])).setSpanId(ByteString.copyFrom(new byte[8])).build();
        assertThat(dictionary.getLinkTable(0)).isEqualTo(none);
    }

    @Test
    void aSampleLinksItsExactSpanAndItsStack() throws Exception {
        ExportProfilesServiceRequest request = small();
        ProfilesDictionary dictionary = request.getDictionary();
        Profile cpu = request.getResourceProfiles(0).getScopeProfiles(0).getProfiles(0);
        Sample sample = cpu.getSamples(0);

        Link link = dictionary.getLinkTable(sample.getLinkIndex());
        assertThat(link.getTraceId().toByteArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        assertThat(link.getSpanId().toByteArray()).containsExactly(0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18);
        assertThat(stack(dictionary, sample)).containsExactly("shop/Orders.price:42", "shop/Orders.list:7", "java/lang/Thread.run:840");
        assertThat(cpu.getSamples(1).getLinkIndex()).isZero();
    }

    /** What Pyroscope turns into process_cpu:cpu:nanoseconds:cpu:nanoseconds: samples/count with a period in CPU time. */
    @Test
    void cpuIsCountedInSamplesWithAPeriod() throws Exception {
        ExportProfilesServiceRequest request = small();
        Profile cpu = request.getResourceProfiles(0).getScopeProfiles(0).getProfiles(0);

        assertThat(type(request.getDictionary(), cpu.getSampleType())).isEqualTo("samples/count");
        assertThat(type(request.getDictionary(), cpu.getPeriodType())).isEqualTo("cpu/nanoseconds");
        assertThat(cpu.getPeriod()).isEqualTo(10_000_000);
        assertThat(cpu.getSamples(0).getValuesList()).containsExactly(3L);
        assertThat(cpu.getTimeUnixNano()).isEqualTo(Windows.START);
        assertThat(cpu.getDurationNano()).isEqualTo(15_000_000_000L);
        assertThat(cpu.getProfileId().size()).isEqualTo(16);
    }

    @Test
    void everySampleHasOneValueAndTheResourceIsThere() throws Exception {
        ExportProfilesServiceRequest request = small();

        assertThat(request.getResourceProfiles(0).getResource().getAttributes(0).getKey()).isEqualTo("service.name");
        assertThat(request.getResourceProfiles(0).getResource().getAttributes(0).getValue().getStringValue()).isEqualTo("shop");
        assertThat(request.getResourceProfiles(0).getScopeProfiles(0).getProfilesList())
                .hasSize(2)
                .allSatisfy(profile -> assertThat(profile.getSamplesList()).allSatisfy(sample -> assertThat(sample.getValuesCount()).isEqualTo(1)))
                .allSatisfy(profile -> assertThat(profile.getPeriod()).isPositive());
    }

    @Test
    void largeWindowsAreSplit() throws Exception {
        ProfileWindow window = Windows.large(30_000, 40);
        long samples = 0;
        List<byte[]> parts = new OtlpProfilesEncoder(Map.of("service.name", "shop")).encodeSplit(window);
        for (byte[] part : parts) {
            assertThat(part.length).isLessThan(4 << 20);
            samples += decode(part).getResourceProfiles(0).getScopeProfiles(0).getProfiles(0).getSamplesCount();
        }

        assertThat(parts.size()).isGreaterThan(1);
        assertThat(samples).isEqualTo(30_000);
    }

    private static String type(ProfilesDictionary dictionary, ValueType type) {
        return dictionary.getStringTable(type.getTypeStrindex()) + "/" + dictionary.getStringTable(type.getUnitStrindex());
    }

    private static List<String> stack(ProfilesDictionary dictionary, Sample sample) {
        return dictionary.getStackTable(sample.getStackIndex()).getLocationIndicesList().stream()
                .map(index -> dictionary.getLocationTable(index).getLines(0))
                .map(line -> dictionary.getStringTable(dictionary.getFunctionTable(line.getFunctionIndex()).getNameStrindex()) + ":" + line.getLine())
                .collect(Collectors.toList());
    }
}
