package io.obsagent.export;

import io.obsagent.config.MetricSettings;
import io.opentelemetry.exporter.internal.otlp.metrics.LowAllocationMetricsRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/**
 * Sends metrics over OTLP before {@link #export} returns, which is why the SDK may reuse its data objects. Thread-safe;
 * exports happen one at a time.
 */
public final class OtlpMetricExporter implements MetricExporter, LastCall {
    private final LowAllocationMetricsRequestMarshaler request = new LowAllocationMetricsRequestMarshaler();
    private final Delivery delivery;
    private final AggregationTemporalitySelector temporality;
    private final Aggregation histogram;

    OtlpMetricExporter(Delivery delivery, MetricSettings settings) {
        this.delivery = delivery;
        temporality = temporality(settings.temporality);
        histogram = settings.histogram == MetricSettings.HistogramAggregation.EXPLICIT_BUCKET_HISTOGRAM
                ? Aggregation.defaultAggregation()
                : Aggregation.base2ExponentialBucketHistogram();
    }

    /** What became of the data points so far. */
    public DeliveryCounts counts() {
        return delivery.counts();
    }

    @Override
    public CompletableResultCode export(Collection<MetricData> metrics) {
        synchronized (request) {
            int points = 0;
            for (MetricData metric : metrics) {
                points += metric.getData().getPoints().size();
            }
            try {
                request.initialize(metrics);
                return delivery.deliver(request::writeBinaryTo, points)
                        ? CompletableResultCode.ofSuccess()
                        : CompletableResultCode.ofFailure();
            } finally {
                request.reset();
            }
        }
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
        return temporality.getAggregationTemporality(type);
    }

    @Override
    public Aggregation getDefaultAggregation(InstrumentType type) {
        return type == InstrumentType.HISTOGRAM ? histogram : Aggregation.defaultAggregation();
    }

    @Override
    public MemoryMode getMemoryMode() {
        return MemoryMode.REUSABLE_DATA;
    }

    @Override
    public void lastCall() {
        delivery.lastCall();
    }

    /** Nothing is ever pending. */
    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        delivery.close();
        return CompletableResultCode.ofSuccess();
    }

    private static AggregationTemporalitySelector temporality(MetricSettings.Temporality preference) {
        if (preference == MetricSettings.Temporality.DELTA) {
            return AggregationTemporalitySelector.deltaPreferred();
        }
        return preference == MetricSettings.Temporality.LOWMEMORY
                ? AggregationTemporalitySelector.lowMemory()
                : AggregationTemporalitySelector.alwaysCumulative();
    }
}
