package io.obsagent.profile.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.profile.Pprof;
import io.obsagent.profile.Windows;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.Sample;
import io.obsagent.profile.model.SpanLabel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decoded with Google's library by the definition of pprof. */
class PprofEncoderTest {
    @Test
    void stacksValuesAndLabelsComeBack() {
        ProfileWindow window = Windows.small();
        Pprof cpu = new Pprof(new PprofEncoder(window, true).encode(window.profiles.get(0)));

        assertThat(cpu.types).containsExactly("cpu/nanoseconds");
        assertThat(cpu.periodType).isEqualTo("cpu/nanoseconds");
        assertThat(cpu.period).isEqualTo(10_000_000);
        assertThat(cpu.timeNanos).isEqualTo(Windows.START);
        assertThat(cpu.durationNanos).isEqualTo(15_000_000_000L);
        assertThat(cpu.samples).hasSize(2);
        assertThat(cpu.samples.get(0).stack).containsExactly("shop/Orders.price:42", "shop/Orders.list:7", "java/lang/Thread.run:840");
        assertThat(cpu.samples.get(0).values).containsExactly(30_000_000L);
        assertThat(cpu.samples.get(0).labels)
                .containsEntry("span_id", "2122232425262728")
                .containsEntry("trace_id", "0102030405060708090a0b0c0d0e0f10")
                .containsEntry("span_name", "GET /orders")
                .hasSize(3);
        assertThat(cpu.samples.get(1).labels).isEmpty();
    }

    @Test
    void allocationsHaveACountBeforeTheirBytes() {
        ProfileWindow window = Windows.small();
        Pprof alloc = new Pprof(new PprofEncoder(window, true).encode(window.profiles.get(1)));

        assertThat(alloc.types).containsExactly("alloc_in_new_tlab_objects/count", "alloc_in_new_tlab_bytes/bytes");
        assertThat(alloc.periodType).isEqualTo("space/bytes");
        assertThat(alloc.samples.get(0).values).containsExactly(9L, 1L << 20);
    }

    @Test
    void profilesOfOneWindowShareStacksAndStillStandAlone() {
        ProfileWindow window = Windows.small();
        PprofEncoder encoder = new PprofEncoder(window, true);
        Pprof cpu = new Pprof(encoder.encode(window.profiles.get(0)));
        Pprof alloc = new Pprof(encoder.encode(window.profiles.get(1)));

        assertThat(alloc.samples.get(0).stack).isEqualTo(cpu.samples.get(0).stack).doesNotContainNull();
        assertThat(alloc.samples.get(0).labels).isEqualTo(cpu.samples.get(0).labels);
    }

    @Test
    void oneSpanIdInTwoTracesIsTwoSpans() {
        ProfileWindow window = Windows.small();
        Sample first = window.profiles.get(0).samples.get(0);
        SpanLabel twin = new SpanLabel(7, 8, first.span.spanId, first.span.profileId, null);
        Profile both = window.profiles.get(0).with(List.of(first, new Sample(first.frames, twin, 1, 1), first));
        Pprof decoded = new Pprof(new PprofEncoder(window, true).encode(both));

        assertThat(decoded.samples).extracting(sample -> sample.labels.get("trace_id")).containsExactly(
                "0102030405060708090a0b0c0d0e0f10", "00000000000000070000000000000008", "0102030405060708090a0b0c0d0e0f10");
        assertThat(decoded.samples).extracting(sample -> sample.labels.get("span_id")).containsOnly("2122232425262728");
    }

    @Test
    void partsStayBelowTheServersLimitsAndLoseNothing() {
        ProfileWindow window = Windows.large(40_000, 40);
        List<byte[]> parts = new PprofEncoder(window, true).encodeSplit(window.profiles.get(0));

        long total = 0;
        for (byte[] part : parts) {
            assertThat(part.length).isLessThan(4 << 20);
            Pprof decoded = new Pprof(part);
            assertThat(decoded.samples.size()).isLessThanOrEqualTo(16_000);
            total += decoded.total(0);
        }
        assertThat(total).isEqualTo(40_000 * 10_000_000L);
    }
}
