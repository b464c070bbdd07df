package io.obsagent.export.pipeline;

import io.obsagent.config.MetricSettings.Temporality;
import io.obsagent.export.Scope;
import io.obsagent.telemetry.Counter;
import io.obsagent.telemetry.CounterSeries;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.Metrics;
import io.obsagent.telemetry.Observation;
import io.obsagent.telemetry.Observed;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricProducer;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableExponentialHistogramData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableGaugeData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSumData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds the cells of all series and hands them to the SDK as points. Cumulative points count from the start of the
 * agent; delta points from the last collection, which this remembers for each series.
 *
 * <p>Used by the exporter's thread only.
 */
final class RedProducer implements MetricProducer {
    private static final InstrumentationScopeInfo SCOPE = InstrumentationScopeInfo.builder(Scope.NAME)
            .setVersion(Scope.VERSION)
            .setSchemaUrl(Scope.SCHEMA_URL)
            .build();

    private final Metrics metrics;
    private final Temporality temporality;
    private final HistogramPoints points = new HistogramPoints();
    private final Map<CounterSeries, Long> lastSums = new IdentityHashMap<>();
    private final long startEpochNanos;
    private long lastEpochNanos;
    private long nowEpochNanos;

    RedProducer(Metrics metrics, Temporality temporality, long startEpochNanos) {
        this.metrics = metrics;
        this.temporality = temporality;
        this.startEpochNanos = startEpochNanos;
        this.lastEpochNanos = startEpochNanos;
    }

    /** Sets the time of the points that the next collection makes. */
    void now(long epochNanos) {
        nowEpochNanos = Math.max(epochNanos, lastEpochNanos + 1);
    }

    @Override
    public Collection<MetricData> produce(Resource resource) {
        List<MetricData> produced = new ArrayList<>();
        for (Histogram histogram : metrics.histograms()) {
            addHistogram(produced, resource, histogram);
        }
        for (Counter counter : metrics.counters()) {
            addCounter(produced, resource, counter);
        }
        for (Observed observed : metrics.observed()) {
            addObserved(produced, resource, observed);
        }
        lastEpochNanos = nowEpochNanos;
        return produced;
    }

    private boolean isDelta() {
        return temporality != Temporality.CUMULATIVE;
    }

    private AggregationTemporality histogramTemporality() {
        return isDelta() ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE;
    }

    private long start() {
        return isDelta() ? lastEpochNanos : startEpochNanos;
    }

    private void addHistogram(List<MetricData> produced, Resource resource, Histogram histogram) {
        List<HistogramPointData> explicit = new ArrayList<>();
        List<ExponentialHistogramPointData> exponential = new ArrayList<>();
        for (HistogramSeries series : histogram.all()) {
            points.add(series, isDelta(), start(), nowEpochNanos, explicit, exponential);
        }
        if (!explicit.isEmpty()) {
            produced.add(ImmutableMetricData.createDoubleHistogram(resource, SCOPE, histogram.name(),
                    histogram.description(), histogram.unit(), ImmutableHistogramData.create(histogramTemporality(), explicit)));
        }
        if (!exponential.isEmpty()) {
            produced.add(ImmutableMetricData.createExponentialHistogram(resource, SCOPE, histogram.name(),
                    histogram.description(), histogram.unit(),
                    ImmutableExponentialHistogramData.create(histogramTemporality(), exponential)));
        }
    }

    private void addCounter(List<MetricData> produced, Resource resource, Counter counter) {
        boolean delta = isDelta() && counter.monotonic(); // sums that go up and down are always cumulative
        List<LongPointData> sums = new ArrayList<>();
        for (CounterSeries series : counter.all()) {
            long value = series.value();
            long reported = value;
            if (delta) {
                Long last = lastSums.put(series, value);
                reported = last == null ? value : value - last;
            }
            sums.add(ImmutableLongPointData.create(delta ? lastEpochNanos : startEpochNanos, nowEpochNanos,
                    SdkAttributes.of(series.attributes()), reported));
        }
        if (!sums.isEmpty()) {
            produced.add(ImmutableMetricData.createLongSum(resource, SCOPE, counter.name(), counter.description(),
                    counter.unit(), ImmutableSumData.create(counter.monotonic(),
                            delta ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE, sums)));
        }
    }

    private void addObserved(List<MetricData> produced, Resource resource, Observed observed) {
        List<LongPointData> values = new ArrayList<>();
        for (Observation<?> observation : observed.current()) {
            Long value = observation.value();
            if (value != null) {
                values.add(ImmutableLongPointData.create(startEpochNanos, nowEpochNanos,
                        SdkAttributes.of(observation.attributes()), value));
            }
        }
        if (values.isEmpty()) {
            return;
        }
        if (observed.form() == Observed.Form.GAUGE) {
            produced.add(ImmutableMetricData.createLongGauge(resource, SCOPE, observed.name(),
                    observed.description(), observed.unit(), ImmutableGaugeData.create(values)));
        } else {
            produced.add(ImmutableMetricData.createLongSum(resource, SCOPE, observed.name(), observed.description(),
                    observed.unit(), ImmutableSumData.create(observed.form() == Observed.Form.COUNTER,
                            AggregationTemporality.CUMULATIVE, values)));
        }
    }
}
