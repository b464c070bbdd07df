package io.obsagent.smoke.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.obsagent.smoke.otlp.Attributes;
import io.obsagent.smoke.otlp.OtlpRequest;
import io.obsagent.smoke.otlp.Signal;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The wire itself: what OTLP asks of requests, ids, times and keys, whoever the sender is. */
final class MessageCheck {
    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    private final ResourceCheck resources;

    MessageCheck(ResourceCheck resources) {
        this.resources = resources;
    }

    void check(OtlpRequest request, Violations violations) {
        String subject = request.signal() + " request";
        request.faults().forEach(fault -> violations.add("undecodable", subject, fault));
        if (request.transport() == OtlpRequest.Transport.HTTP && request.signal() != Signal.PYROSCOPE_PUSH) {
            violations.require("application/x-protobuf".equals(request.headers().get("content-type")),
                    "content-type", subject, String.valueOf(request.headers().get("content-type")));
        }
        violations.require(request.headers().containsKey("user-agent"), "user-agent", subject, "missing");
        violations.require(request.body().length > 0, "empty-request", subject, "carries nothing");
        request.message().ifPresent(message -> message(message, violations));
    }

    private void message(Message message, Violations violations) {
        if (message instanceof ExportTraceServiceRequest traces) {
            traces.getResourceSpansList().forEach(spans -> spans(spans, violations));
        } else if (message instanceof ExportMetricsServiceRequest metrics) {
            metrics.getResourceMetricsList().forEach(resource -> metrics(resource, violations));
        } else if (message instanceof ExportLogsServiceRequest logs) {
            logs.getResourceLogsList().forEach(resource -> logs(resource, violations));
        }
    }

    private void spans(ResourceSpans resource, Violations violations) {
        keys("resource", resource.getResource().getAttributesList(), violations);
        resources.check(Attributes.of(resource.getResource().getAttributesList()), violations);
        for (ScopeSpans scope : resource.getScopeSpansList()) {
            keys("scope", scope.getScope().getAttributesList(), violations);
            violations.require(!scope.getScope().getName().isEmpty(), "scope-name", "scope of spans", "missing");
            violations.require(!scope.getSchemaUrl().isEmpty() || !resource.getSchemaUrl().isEmpty(), "schema-url",
                    "scope " + scope.getScope().getName(), "neither on scope nor on resource");
            scope.getSpansList().forEach(span -> span(span, violations));
        }
    }

    private static void span(Span span, Violations violations) {
        String subject = "span '" + span.getName() + "'";
        violations.require(isId(span.getTraceId(), TRACE_ID_BYTES), "span-ids", subject, "trace id");
        violations.require(isId(span.getSpanId(), SPAN_ID_BYTES), "span-ids", subject, "span id");
        violations.require(span.getParentSpanId().isEmpty() || isId(span.getParentSpanId(), SPAN_ID_BYTES),
                "span-ids", subject, "parent id");
        violations.require(!span.getParentSpanId().equals(span.getSpanId()), "span-ids", subject, "its own parent");
        violations.require(span.getStartTimeUnixNano() > 0, "span-times", subject, "no start time");
        violations.require(span.getEndTimeUnixNano() >= span.getStartTimeUnixNano(), "span-times", subject,
                "ends before it starts");
        violations.require(span.getKindValue() != 0, "span-kind", subject, "unspecified");
        violations.require(!span.getName().isEmpty(), "span-name", subject, "empty");
        keys(subject, span.getAttributesList(), violations);
        for (Span.Event event : span.getEventsList()) {
            keys("event of " + subject, event.getAttributesList(), violations);
        }
        for (Span.Link link : span.getLinksList()) {
            keys("link of " + subject, link.getAttributesList(), violations);
            violations.require(isId(link.getTraceId(), TRACE_ID_BYTES) && isId(link.getSpanId(), SPAN_ID_BYTES),
                    "span-ids", subject, "ids of a link");
        }
    }

    private void metrics(ResourceMetrics resource, Violations violations) {
        keys("resource", resource.getResource().getAttributesList(), violations);
        resources.check(Attributes.of(resource.getResource().getAttributesList()), violations);
        resource.getScopeMetricsList().forEach(scope -> {
            violations.require(!scope.getSchemaUrl().isEmpty() || !resource.getSchemaUrl().isEmpty(), "schema-url",
                    "scope " + scope.getScope().getName(), "neither on scope nor on resource");
            violations.require(!scope.getScope().getName().isEmpty(), "scope-name", "scope of metrics", "missing");
            scope.getMetricsList().forEach(metric -> metric(metric, violations));
        });
    }

    private static void metric(Metric metric, Violations violations) {
        String subject = "metric " + metric.getName();
        metric.getSum().getDataPointsList()
                .forEach(point -> keys(subject, point.getAttributesList(), violations));
        metric.getGauge().getDataPointsList()
                .forEach(point -> keys(subject, point.getAttributesList(), violations));
        metric.getHistogram().getDataPointsList()
                .forEach(point -> keys(subject, point.getAttributesList(), violations));
        metric.getExponentialHistogram().getDataPointsList()
                .forEach(point -> keys(subject, point.getAttributesList(), violations));
    }

    private void logs(ResourceLogs resource, Violations violations) {
        resources.check(Attributes.of(resource.getResource().getAttributesList()), violations);
        resource.getScopeLogsList().forEach(scope -> scope.getLogRecordsList().forEach(record ->
                keys("log record", record.getAttributesList(), violations)));
    }

    private static void keys(String subject, List<KeyValue> attributes, Violations violations) {
        Set<String> seen = new HashSet<>();
        for (KeyValue attribute : attributes) {
            violations.require(seen.add(attribute.getKey()), "duplicate-key", subject, attribute.getKey());
            violations.require(!attribute.getKey().isEmpty(), "empty-key", subject, "attribute without a key");
            violations.require(attribute.hasValue(), "empty-value", subject, attribute.getKey() + " without a value");
        }
    }

    private static boolean isId(ByteString id, int bytes) {
        if (id.size() != bytes) {
            return false;
        }
        for (int i = 0; i < bytes; i++) {
            if (id.byteAt(i) != 0) {
                return true;
            }
        }
        return false;
    }
}
