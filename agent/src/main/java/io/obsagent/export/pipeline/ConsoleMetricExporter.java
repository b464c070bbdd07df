package io.obsagent.export.pipeline;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/** Prints one line a point to standard output ({@code OTEL_METRICS_EXPORTER=console}), for looking at what is sent. */
final class ConsoleMetricExporter implements MetricExporter {
    @Override
    public CompletableResultCode export(Collection<MetricData> metrics) {
        for (MetricData metric : metrics) {
            for (PointData point : metric.getData().getPoints()) {
                System.out.println("metric " + metric.getName() + " " + value(point, metric.getUnit()) + " "
                        + point.getAttributes().asMap());
            }
        }
        return CompletableResultCode.ofSuccess();
    }

    private static String value(PointData point, String unit) {
        if (point instanceof HistogramPointData) {
            HistogramPointData histogram = (HistogramPointData) point;
            return "count=" + histogram.getCount() + " sum=" + histogram.getSum() + unit;
        }
        return point instanceof LongPointData ? "value=" + ((LongPointData) point).getValue() + unit : point.toString();
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
        return AggregationTemporality.CUMULATIVE;
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
