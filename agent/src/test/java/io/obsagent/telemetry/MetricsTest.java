package io.obsagent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = Telemetries.plain().telemetry().metrics();

    @Test
    void eightThreadsLoseNothing() throws InterruptedException {
        HistogramSeries series = metrics.durations("exact", "", 0.001, 0.1).series(Attributes.EMPTY);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 125_000; i++) {
                    series.record(i % 2 == 0 ? 500_000 : 50_000_000);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(series.counts()).containsExactly(500_000, 500_000, 0);
        assertThat(series.sum()).isEqualTo(500_000L * 500_000 + 500_000L * 50_000_000);
    }

    @Test
    void upperBoundsAreInclusive() {
        Buckets buckets = Buckets.explicit(new double[] {0.005, 0.01}, 1e9);

        assertThat(buckets.of(0)).isZero();
        assertThat(buckets.of(5_000_000)).isZero();
        assertThat(buckets.of(5_000_001)).isEqualTo(1);
        assertThat(buckets.of(10_000_001)).isEqualTo(2);
    }

    @Test
    void exponentialBucketsHoldTheirValues() {
        Buckets buckets = Buckets.exponential(1e9);
        double base = Math.pow(2, Math.pow(2, -Buckets.Exponential.SCALE));
        for (long nanos = 1; nanos < 600_000_000_000L; nanos = nanos * 3 / 2 + 1) {
            int index = buckets.of(nanos) + Buckets.Exponential.FIRST_INDEX;
            double seconds = nanos / 1e9;
            assertThat(seconds).isGreaterThan(Math.pow(base, index) * (1 - 1e-9)).isLessThanOrEqualTo(Math.pow(base, index + 1) * (1 + 1e-9));
        }
        assertThat(buckets.of(0)).isEqualTo(Buckets.Exponential.zeroBucket());
    }

    @Test
    void aFloodOfLabelsSharesOneOverflowSeriesAndLosesNoCount() {
        Metrics small = Telemetries.with(Map.of("OBS_METRICS_CARDINALITY_LIMIT", "10")).telemetry().metrics();
        Histogram histogram = small.durations("flooded", "", 1);
        AttributeKey<String> key = AttributeKey.string("host");
        for (int i = 0; i < 1000; i++) {
            histogram.series(Attributes.builder().put(key, "host" + i).build()).record(1);
        }

        assertThat(histogram.all()).hasSize(10);
        assertThat(histogram.overflown()).isTrue();
        assertThat(histogram.all().stream().mapToLong(s -> Arrays.stream(s.counts()).sum()).sum()).isEqualTo(1000);
    }

    @Test
    void sameAttributesAreTheSameSeries() {
        Histogram histogram = metrics.durations("interned", "", 1);
        AttributeKey<String> key = AttributeKey.string("host");

        assertThat(histogram.series(Attributes.builder().put(key, "a").build()))
                .isSameAs(histogram.series(Attributes.builder().put(AttributeKey.string("host"), "a").build()));
    }

    @Test
    void exemplarsLeadToSampledSpansOnlyAndAreTakenOnce() {
        Telemetry telemetry = Telemetries.plain().telemetry();
        HistogramSeries series = telemetry.metrics().durations("exemplars", "", 1).series(Attributes.EMPTY);
        Operation operation = telemetry.thread().start(Layer.DATABASE, Kind.CLIENT);
        operation.end(series);
        series.record(5);

        Exemplar[] taken = series.takeExemplars();
        assertThat(taken[0].spanId()).isEqualTo(operation.spanId());
        assertThat(series.takeExemplars()[0]).isNull();
    }

    @Test
    void labelsBeyondTheCapAreFoldedAndCounted() {
        LabelCap cap = new LabelCap(2);

        assertThat(cap.fold("a")).isEqualTo("a");
        assertThat(cap.fold("b")).isEqualTo("b");
        assertThat(cap.fold("c")).isEqualTo(LabelCap.OTHER);
        assertThat(cap.fold("a")).isEqualTo("a");
        assertThat(cap.folded()).isEqualTo(1);
    }

    @Test
    void aTableFindsWhatItMadeForTheSameLabels() {
        SeriesTable<Object> table = new SeriesTable<Object>(16) {
            @Override
            protected Object create(String a, String b, String c, String d, String e, String f) {
                return new Object();
            }
        };
        Object made = table.find("GET", "/a", null, "200", null, "1.1");

        assertThat(table.find(new String("GET"), "/a", null, "200", null, "1.1")).isSameAs(made);
        assertThat(table.find("GET", "/a", "200", null, null, "1.1")).isNotSameAs(made);
        for (int i = 0; i < 100; i++) {
            assertThat(table.find("GET", "/" + i, null, null, null, null)).isNotNull();
        }
    }
}
