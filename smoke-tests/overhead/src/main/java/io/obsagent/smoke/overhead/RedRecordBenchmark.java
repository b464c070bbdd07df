package io.obsagent.smoke.overhead;

import io.obsagent.config.Settings;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One RED record into one hot series, by 1 and 8 threads, against the SDK's own histogram and against the clock alone.
 * Budget: 25 ns beyond the clock, 0 B. Last results: docs/measurements.md.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RedRecordBenchmark {
    private static final double[] BOUNDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
    private static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");

    private final HistogramSeries ours = new Telemetry(
            Settings.of("", Collections.emptyMap(), Collections.emptyMap()), true, operation -> { })
            .metrics().durations("db.client.operation.duration", "", BOUNDS)
            .series(io.obsagent.telemetry.Attributes.EMPTY);
    private final SdkMeterProvider provider = SdkMeterProvider.builder().registerMetricReader(reader()).build();
    private final DoubleHistogram theirs = provider.get("benchmark").histogramBuilder("db.client.operation.duration")
            .setExplicitBucketBoundariesAdvice(List.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0)).build();
    private final Attributes attributes = Attributes.of(SYSTEM, "postgresql", SUMMARY, "SELECT orders");

    private static MetricReader reader() {
        return PeriodicMetricReader.builder(new DiscardingExporter()).build();
    }

    @TearDown
    public void close() {
        provider.close();
    }

    @Benchmark
    @Threads(1)
    public long clock1() {
        return System.nanoTime();
    }

    @Benchmark
    @Threads(1)
    public void ours1() {
        ours.record(System.nanoTime() & 0xffffff);
    }

    @Benchmark
    @Threads(8)
    public void ours8() {
        ours.record(System.nanoTime() & 0xffffff);
    }

    @Benchmark
    @Threads(1)
    public void sdk1() {
        theirs.record((System.nanoTime() & 0xffffff) / 1e9, attributes);
    }

    @Benchmark
    @Threads(8)
    public void sdk8() {
        theirs.record((System.nanoTime() & 0xffffff) / 1e9, attributes);
    }

    @Benchmark
    @Threads(8)
    public long clock8() {
        return System.nanoTime();
    }
}
