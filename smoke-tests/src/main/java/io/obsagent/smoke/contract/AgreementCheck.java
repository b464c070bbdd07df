package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.MetricPoint;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * RED counts every call, so whatever made a span also stands in a series of its duration metric with the same
 * attributes, {@code error.type} included. Judged only for processes whose metrics were collected after the span ended.
 */
final class AgreementCheck {
    private record Wanted(String metric, Map<String, Object> resource, Map<String, Object> attributes) { }

    private final SemanticConventions conventions;
    private final SpanClassifier classifier;

    AgreementCheck(SemanticConventions conventions) {
        this.conventions = conventions;
        this.classifier = new SpanClassifier(conventions);
    }

    void check(Received received, Violations violations) {
        Map<Map<String, Object>, Long> lastCollected = new HashMap<>();
        for (MetricPoint point : received.points()) {
            lastCollected.merge(point.resource(), point.timeNanos(), Math::max);
        }
        Map<Wanted, Integer> wanted = new HashMap<>();
        for (ReceivedSpan span : received.spans()) {
            long collected = lastCollected.getOrDefault(span.resource(), 0L);
            if (collected > span.proto().getEndTimeUnixNano()) {
                metricOf(span).ifPresent(metric -> wanted.merge(new Wanted(metric.name(), span.resource(),
                        common(span, metric)), 1, Integer::sum));
            }
        }
        wanted.forEach((series, spans) -> compare(series, spans, received.latest(series.metric), violations));
    }

    private static void compare(Wanted wanted, int spans, List<MetricPoint> points, Violations violations) {
        long count = points.stream()
                .filter(point -> point.resource().equals(wanted.resource) && agrees(point, wanted.attributes))
                .mapToLong(MetricPoint::count).sum();
        violations.require(count >= spans, "span-without-red", "metric " + wanted.metric,
                count + " values for " + spans + " spans with " + wanted.attributes);
    }

    /** A series may leave an attribute out, but may not contradict; error.type must be there on both or on neither. */
    private static boolean agrees(MetricPoint point, Map<String, Object> spanAttributes) {
        for (Map.Entry<String, Object> attribute : point.attributes().entrySet()) {
            if (!attribute.getValue().equals(spanAttributes.getOrDefault(attribute.getKey(), attribute.getValue()))) {
                return false;
            }
        }
        Object error = spanAttributes.get("error.type");
        return error == null ? point.attribute("error.type") == null : error.equals(point.attribute("error.type"));
    }

    private static Map<String, Object> common(ReceivedSpan span, MetricType metric) {
        Map<String, Object> common = new HashMap<>(span.attributes());
        common.keySet().retainAll(metric.attributes().keySet());
        return common;
    }

    private Optional<MetricType> metricOf(ReceivedSpan span) {
        return classifier.type(span).flatMap(type -> conventions.metric(durationMetric(type.name())));
    }

    private static String durationMetric(String spanType) {
        if (spanType.startsWith("http.")) {
            return spanType + ".request.duration";
        }
        if (spanType.startsWith("rpc.")) {
            return spanType.endsWith("server") ? "rpc.server.call.duration" : "rpc.client.call.duration";
        }
        if (spanType.startsWith("messaging.")) {
            return spanType.contains(".process.") ? "messaging.process.duration"
                    : "messaging.client.operation.duration";
        }
        return "db.client.operation.duration";
    }
}
