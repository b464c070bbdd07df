package io.obsagent.smoke.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The semantic conventions together with what the agent declares beyond them. Immutable. */
public final class SemanticConventions {
    private static final SemanticConventions LOADED = new SemanticConventions();

    private final Map<String, SpanType> spans = new LinkedHashMap<>();
    private final Map<String, MetricType> metrics = new LinkedHashMap<>();
    private final Map<String, AttributeType> attributes = new HashMap<>();
    private final Map<String, AttributeType> families = new HashMap<>();
    private final Map<String, String> ownSpans = new HashMap<>();
    private final Set<String> deprecatedAttributes = new HashSet<>();
    private final Set<String> deprecatedMetrics = new HashSet<>();
    private final List<String> resourceRequired;
    private final Data rules = Data.load("rules.yaml");

    private SemanticConventions() {
        Data ours = Data.load("ours.yaml");
        Data registry = Data.load("attributes.json").at("attributes");
        registry.keys().forEach(name -> addAttribute(name, registry.at(name)));
        ours.at("attributes").keys().forEach(name -> addAttribute(name, ours.at("attributes", name)));
        Data spanData = Data.load("spans.yaml").at("spans");
        for (String name : spanData.keys()) {
            spans.put(name, new SpanType(name, spanData.at(name).text("kind"), uses(spanData.at(name, "attributes"))));
        }
        addMetrics(Data.load("metrics.yaml").at("metrics"));
        addMetrics(ours.at("metrics"));
        ours.at("spans").keys().forEach(name -> ownSpans.put(name, ours.at("spans", name).text("kind")));
        Data deprecated = Data.load("deprecated.yaml").at("must_not_emit");
        deprecatedAttributes.addAll(deprecated.at("attributes").keys());
        deprecatedMetrics.addAll(deprecated.at("metrics").keys());
        resourceRequired = ours.texts("resource_required");
    }

    public static SemanticConventions loaded() {
        return LOADED;
    }

    private void addAttribute(String name, Data data) {
        String type = data.text("type");
        if (type.startsWith("template[")) {
            families.put(name + ".", new AttributeType(name, type.substring(9, type.length() - 1), List.of()));
        } else if (name.endsWith(".*")) {
            families.put(name.substring(0, name.length() - 1), new AttributeType(name, type, List.of()));
        } else {
            attributes.put(name, new AttributeType(name, type, data.texts("members")));
        }
    }

    private void addMetrics(Data data) {
        for (String name : data.keys()) {
            Data metric = data.at(name);
            metrics.put(name, new MetricType(name, metric.text("instrument"), metric.text("unit"),
                    metric.text("value"), metric.texts("buckets").stream().map(Double::valueOf).toList(),
                    uses(metric.at("attributes"))));
        }
    }

    private static Map<String, AttributeUse> uses(Data data) {
        Map<String, AttributeUse> uses = new LinkedHashMap<>();
        for (String name : data.keys()) {
            uses.put(name, new AttributeUse(data.at(name).text("level"), data.at(name).text("when")));
        }
        return uses;
    }

    Optional<SpanType> span(String type) {
        return Optional.ofNullable(spans.get(type));
    }

    /** The kind (lower case) of a span that only ours.yaml knows, by the span's name. */
    Optional<String> ownSpanKind(String spanName) {
        return Optional.ofNullable(ownSpans.get(spanName));
    }

    Optional<MetricType> metric(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    Optional<AttributeType> attribute(String name) {
        AttributeType exact = attributes.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (Map.Entry<String, AttributeType> family : families.entrySet()) {
            if (name.startsWith(family.getKey()) && name.length() > family.getKey().length()) {
                return Optional.of(family.getValue());
            }
        }
        return Optional.empty();
    }

    boolean isDeprecatedAttribute(String name) {
        return deprecatedAttributes.contains(name);
    }

    boolean isDeprecatedMetric(String name) {
        return deprecatedMetrics.contains(name);
    }

    List<String> resourceRequired() {
        return resourceRequired;
    }

    /** The value rules of rules.yaml below a path. */
    Data rules(String... path) {
        return rules.at(path);
    }

    /** A list of rules.yaml: {@code ruleList("span_name", "db")}. */
    List<String> ruleList(String section, String key) {
        return rules.at(section).texts(key);
    }
}
