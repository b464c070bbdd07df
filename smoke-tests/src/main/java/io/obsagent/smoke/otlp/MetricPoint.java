package io.obsagent.smoke.otlp;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One data point of a metric with its resource and scope.
 *
 * @param metric the metric without regard to its other points: name, unit, kind
 * @param value the number of a sum or gauge; 0 for histograms
 * @param wholeNumber whether a sum or gauge was sent as an integer
 * @param count how many values a histogram holds; 0 for sums and gauges
 * @param sum the sum of a histogram's values, in the metric's unit
 * @param bounds upper bucket bounds of an explicit histogram
 * @param bucketCounts one more than there are bounds
 */
public record MetricPoint(Map<String, Object> resource, InstrumentationScope scope, Metric metric,
                          Map<String, Object> attributes, long startNanos, long timeNanos, double value,
                          boolean wholeNumber, long count, double sum, List<Double> bounds,
                          List<Long> bucketCounts, List<Exemplar> exemplars) {

    /** What makes points belong to one time series: who sent it, which scope and metric, which attributes. */
    record Stream(Map<String, Object> resource, String scope, String metric, Map<String, Object> attributes) { }

    static List<MetricPoint> of(Map<String, Object> resource, InstrumentationScope scope, Metric metric) {
        List<MetricPoint> points = new ArrayList<>();
        for (NumberDataPoint point : numbers(metric)) {
            boolean whole = point.getValueCase() == NumberDataPoint.ValueCase.AS_INT;
            points.add(new MetricPoint(resource, scope, metric, Attributes.of(point.getAttributesList()),
                    point.getStartTimeUnixNano(), point.getTimeUnixNano(),
                    whole ? point.getAsInt() : point.getAsDouble(), whole, 0, 0, List.of(), List.of(),
                    point.getExemplarsList()));
        }
        for (HistogramDataPoint point : metric.getHistogram().getDataPointsList()) {
            points.add(new MetricPoint(resource, scope, metric, Attributes.of(point.getAttributesList()),
                    point.getStartTimeUnixNano(), point.getTimeUnixNano(), 0, false, point.getCount(),
                    point.getSum(), point.getExplicitBoundsList(), point.getBucketCountsList(),
                    point.getExemplarsList()));
        }
        for (ExponentialHistogramDataPoint point : metric.getExponentialHistogram().getDataPointsList()) {
            points.add(new MetricPoint(resource, scope, metric, Attributes.of(point.getAttributesList()),
                    point.getStartTimeUnixNano(), point.getTimeUnixNano(), 0, false, point.getCount(),
                    point.getSum(), List.of(), List.of(), point.getExemplarsList()));
        }
        return points;
    }

    private static List<NumberDataPoint> numbers(Metric metric) {
        return metric.hasSum() ? metric.getSum().getDataPointsList() : metric.getGauge().getDataPointsList();
    }

    public String name() {
        return metric.getName();
    }

    public Object attribute(String key) {
        return attributes.get(key);
    }

    public boolean isHistogram() {
        return metric.hasHistogram() || metric.hasExponentialHistogram();
    }

    /** Whether each point stands for the time since the previous one, and not since the start. */
    public boolean isDelta() {
        AggregationTemporality delta = AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
        return metric.getSum().getAggregationTemporality() == delta
                || metric.getHistogram().getAggregationTemporality() == delta
                || metric.getExponentialHistogram().getAggregationTemporality() == delta;
    }

    Stream stream() {
        return new Stream(resource, scope.getName(), name(), attributes);
    }

    @Override
    public String toString() {
        String reading = isHistogram() ? "count " + count + " sum " + sum : Double.toString(value);
        return name() + attributes + " = " + reading;
    }
}
