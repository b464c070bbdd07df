package io.obsagent.smoke.otlp;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes export requests apart into spans and points. */
final class Decoded {
    private Decoded() {
    }

    static void spans(Message message, List<ReceivedSpan> into) {
        if (!(message instanceof ExportTraceServiceRequest request)) {
            return;
        }
        for (ResourceSpans resource : request.getResourceSpansList()) {
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                scope.getSpansList().forEach(span -> into.add(new ReceivedSpan(resource, span)));
            }
        }
    }

    static void points(Message message, Consumer<MetricPoint> into) {
        if (!(message instanceof ExportMetricsServiceRequest request)) {
            return;
        }
        for (ResourceMetrics resource : request.getResourceMetricsList()) {
            Map<String, Object> attributes = Attributes.of(resource.getResource().getAttributesList());
            for (ScopeMetrics scope : resource.getScopeMetricsList()) {
                for (Metric metric : scope.getMetricsList()) {
                    MetricPoint.of(attributes, scope.getScope(), metric).forEach(into);
                }
            }
        }
    }
}
