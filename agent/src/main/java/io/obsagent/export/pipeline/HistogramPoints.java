package io.obsagent.export.pipeline;

import io.obsagent.telemetry.Buckets;
import io.obsagent.telemetry.Exemplar;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.HistogramSeries;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramBuckets;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoubleExemplarData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableExponentialHistogramBuckets;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramPointData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Makes one point of one histogram series; for delta points it remembers what was reported before. */
final class HistogramPoints {
    private final Map<HistogramSeries, Snapshot> last = new IdentityHashMap<>();

    private static final class Snapshot {
        final long[] counts;
        final long sum;

        Snapshot(long[] counts, long sum) {
            this.counts = counts;
            this.sum = sum;
        }

        boolean isEmpty() {
            for (long count : counts) {
                if (count != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    void add(HistogramSeries series, boolean delta, long start, long now, List<HistogramPointData> explicit,
            List<ExponentialHistogramPointData> exponential) {
        Histogram histogram = series.histogram();
        Snapshot snapshot = new Snapshot(series.counts(), series.sum());
        Snapshot reported = delta ? since(last.put(series, snapshot), snapshot) : snapshot;
        if (reported.isEmpty()) {
            return; // interned, but nothing has ended in it yet
        }
        Attributes attributes = SdkAttributes.of(series.attributes());
        double sum = reported.sum / histogram.rawPerUnit();
        List<DoubleExemplarData> exemplars = exemplars(series, histogram.rawPerUnit());
        if (histogram.buckets() instanceof Buckets.Explicit) {
            explicit.add(ImmutableHistogramPointData.create(start, now, attributes, sum, false, 0, false, 0,
                    boxed(((Buckets.Explicit) histogram.buckets()).bounds()), boxed(reported.counts), exemplars));
        } else {
            exponential.add(exponentialPoint(reported, sum, start, now, attributes, exemplars));
        }
    }

    private static Snapshot since(Snapshot before, Snapshot now) {
        if (before == null) {
            return now;
        }
        long[] counts = now.counts.clone();
        for (int i = 0; i < counts.length; i++) {
            counts[i] -= before.counts[i];
        }
        return new Snapshot(counts, now.sum - before.sum);
    }

    private static ExponentialHistogramPointData exponentialPoint(Snapshot reported, double sum, long start, long now,
            Attributes attributes, List<DoubleExemplarData> exemplars) {
        int first = 0;
        int end = Buckets.Exponential.zeroBucket();
        long[] counts = reported.counts;
        while (end > 0 && counts[end - 1] == 0) {
            end--;
        }
        while (first < end && counts[first] == 0) {
            first++;
        }
        List<Long> used = new ArrayList<>(end - first);
        for (int i = first; i < end; i++) {
            used.add(counts[i]);
        }
        ExponentialHistogramBuckets positive = ImmutableExponentialHistogramBuckets.create(
                Buckets.Exponential.SCALE, Buckets.Exponential.FIRST_INDEX + first, used);
        ExponentialHistogramBuckets negative = ImmutableExponentialHistogramBuckets.create(
                Buckets.Exponential.SCALE, 0, Collections.<Long>emptyList());
        return ImmutableExponentialHistogramPointData.create(Buckets.Exponential.SCALE, sum,
                counts[Buckets.Exponential.zeroBucket()], false, 0, false, 0, positive, negative, start, now, attributes,
                exemplars);
    }

    private static List<DoubleExemplarData> exemplars(HistogramSeries series, double rawPerUnit) {
        List<DoubleExemplarData> exemplars = new ArrayList<>();
        for (Exemplar exemplar : series.takeExemplars()) {
            if (exemplar != null) {
                SpanContext span = SpanContext.create(TraceId.fromLongs(exemplar.traceHigh(), exemplar.traceLow()),
                        SpanId.fromLong(exemplar.spanId()), TraceFlags.getSampled(), TraceState.getDefault());
                exemplars.add(ImmutableDoubleExemplarData.create(Attributes.empty(), exemplar.epochNanos(), span,
                        exemplar.value() / rawPerUnit));
            }
        }
        return exemplars;
    }

    private static List<Double> boxed(double[] values) {
        List<Double> boxed = new ArrayList<>(values.length);
        for (double value : values) {
            boxed.add(value);
        }
        return boxed;
    }

    private static List<Long> boxed(long[] values) {
        List<Long> boxed = new ArrayList<>(values.length);
        for (long value : values) {
            boxed.add(value);
        }
        return boxed;
    }
}
