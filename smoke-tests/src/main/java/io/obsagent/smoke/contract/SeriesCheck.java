package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.MetricPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules over the points of one series in the order they came, and over all points of one metric. */
final class SeriesCheck {
    private record Series(Map<String, Object> resource, String scope, String metric, Map<String, Object> attributes) { }

    private record Identity(Map<String, Object> resource, String scope, String metric) { }

    private final Map<Series, MetricPoint> previous = new HashMap<>();
    private final Map<Identity, MetricPoint> first = new HashMap<>();

    void check(MetricPoint point, Violations violations) {
        String subject = "metric " + point.name();
        String scope = point.scope().getName();
        buckets(point, subject, violations);
        MetricPoint sibling = first.putIfAbsent(new Identity(point.resource(), scope, point.name()), point);
        if (sibling != null) {
            violations.require(sibling.metric().getUnit().equals(point.metric().getUnit())
                            && sibling.metric().getDataCase() == point.metric().getDataCase(), "metric-identity",
                    subject, "two units or instruments under one name and scope");
        }
        boolean gauge = point.metric().hasGauge();
        violations.require(point.timeNanos() > 0, "point-time", subject, "no time");
        violations.require(gauge || point.startNanos() > 0, "point-time", subject, "no start time");
        violations.require(gauge || point.startNanos() < point.timeNanos(), "point-time", subject,
                "start time not before time");
        MetricPoint before = previous.put(
                new Series(point.resource(), scope, point.name(), point.attributes()), point);
        if (before != null && !gauge) {
            if (point.isDelta()) {
                violations.require(point.startNanos() >= before.timeNanos(), "point-time", subject,
                        "delta points overlap");
            } else {
                cumulative(before, point, subject, violations);
            }
        }
    }

    private static void cumulative(MetricPoint before, MetricPoint now, String subject, Violations violations) {
        violations.require(before.startNanos() == now.startNanos(), "point-time", subject,
                "start time of a cumulative series changes");
        violations.require(now.timeNanos() > before.timeNanos(), "point-time", subject,
                "time does not advance within a series");
        violations.require(!now.metric().getSum().getIsMonotonic() || now.value() >= before.value(), "monotonic",
                subject, "counter fell from " + before.value() + " to " + now.value());
        violations.require(now.count() >= before.count(), "monotonic", subject,
                "histogram count fell from " + before.count() + " to " + now.count());
    }

    private static void buckets(MetricPoint point, String subject, Violations violations) {
        if (!point.metric().hasHistogram() || point.bucketCounts().isEmpty()) {
            return;
        }
        List<Double> bounds = point.bounds();
        violations.require(point.bucketCounts().size() == bounds.size() + 1, "buckets", subject,
                point.bucketCounts().size() + " counts for " + bounds.size() + " bounds");
        long sum = point.bucketCounts().stream().mapToLong(Long::longValue).sum();
        violations.require(sum == point.count(), "buckets", subject,
                "bucket counts add up to " + sum + ", count is " + point.count());
        for (int i = 1; i < bounds.size(); i++) {
            violations.require(bounds.get(i) > bounds.get(i - 1), "buckets", subject, "bounds do not rise");
        }
    }
}
