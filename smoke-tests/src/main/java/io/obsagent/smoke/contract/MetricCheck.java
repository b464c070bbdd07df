package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.MetricPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.Map;
import java.util.Optional;

/** What every data point owes to its metric's convention: instrument, unit, type, bounds, attributes. */
final class MetricCheck {
    private final SemanticConventions conventions;
    private final AttributeCheck attributes;
    private final boolean deprecatedAllowed;
    private final boolean unknownAllowed;

    MetricCheck(SemanticConventions conventions, AttributeCheck attributes, boolean deprecatedAllowed,
                boolean unknownAllowed) {
        this.conventions = conventions;
        this.attributes = attributes;
        this.deprecatedAllowed = deprecatedAllowed;
        this.unknownAllowed = unknownAllowed;
    }

    void check(MetricPoint point, Violations violations) {
        String subject = "metric " + point.name();
        attributes.check(subject, point.attributes(), violations);
        Optional<MetricType> type = conventions.metric(point.name());
        if (type.isPresent()) {
            typed(point, type.get(), subject, violations);
        } else if (conventions.isDeprecatedMetric(point.name())) {
            violations.require(deprecatedAllowed, "deprecated-metric", subject, "must not be sent any more");
        } else {
            violations.require(unknownAllowed, "unknown-metric", subject, "neither in metrics.yaml nor in ours.yaml");
        }
    }

    private void typed(MetricPoint point, MetricType type, String subject, Violations violations) {
        String instrument = instrument(point.metric());
        violations.require(instrument.equals(type.instrument()), "metric-instrument", subject,
                instrument + " instead of " + type.instrument());
        violations.require(point.metric().getUnit().equals(type.unit()), "metric-unit", subject,
                "'" + point.metric().getUnit() + "' instead of '" + type.unit() + "'");
        if (!point.isHistogram()) {
            violations.require(point.wholeNumber() == type.value().equals("int"), "metric-type", subject,
                    "value should be " + type.value());
        } else if (point.metric().hasHistogram() && !type.buckets().isEmpty()) {
            violations.require(point.bounds().equals(type.buckets()), "metric-bounds", subject,
                    point.bounds() + " instead of " + type.buckets());
        }
        if (!Boolean.TRUE.equals(point.attribute("otel.metric.overflow"))) {
            attributes(point, type, subject, violations);
        }
    }

    private void attributes(MetricPoint point, MetricType type, String subject, Violations violations) {
        for (Map.Entry<String, AttributeUse> use : type.attributes().entrySet()) {
            violations.require(!use.getValue().isRequired() || point.attribute(use.getKey()) != null,
                    "missing-attribute", subject, use.getKey());
        }
        for (String name : point.attributes().keySet()) {
            boolean excused = unknownAllowed || deprecatedAllowed && conventions.isDeprecatedAttribute(name);
            violations.require(excused || type.attributes().containsKey(name), "metric-attribute", subject,
                    name + " is no attribute of this metric");
        }
        if (point.attribute("http.response.status_code") instanceof Long code) {
            boolean failed = code >= (point.name().startsWith("http.server.") ? 500 : 400);
            violations.require(!failed || point.attribute("error.type") != null, "error-without-type", subject,
                    "status code " + code);
        }
    }

    private static String instrument(Metric metric) {
        switch (metric.getDataCase()) {
            case HISTOGRAM:
            case EXPONENTIAL_HISTOGRAM:
                return "histogram";
            case SUM:
                return metric.getSum().getIsMonotonic() ? "counter" : "updowncounter";
            default:
                return "gauge";
        }
    }
}
