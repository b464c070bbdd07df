package io.obsagent.smoke.contract;

import java.util.HashMap;
import java.util.Map;

/** Every resource says who sends, and one process always says the same, whatever the signal. */
final class ResourceCheck {
    private final SemanticConventions conventions;
    private final AttributeCheck attributes;
    private final Map<Object, Map<String, Object>> byInstance = new HashMap<>();

    ResourceCheck(SemanticConventions conventions, AttributeCheck attributes) {
        this.conventions = conventions;
        this.attributes = attributes;
    }

    void check(Map<String, Object> resource, Violations violations) {
        String subject = "resource of " + resource.getOrDefault("service.name", "an unnamed service");
        attributes.check(subject, resource, violations);
        for (String name : conventions.resourceRequired()) {
            Object value = resource.get(name);
            violations.require(value != null && !value.equals(""), "missing-attribute", subject, name);
        }
        Object instance = resource.get("service.instance.id");
        if (instance != null) {
            Map<String, Object> known = byInstance.putIfAbsent(instance, resource);
            violations.require(known == null || known.equals(resource), "resource-differs", subject,
                    "one service.instance.id, two sets of attributes: " + resource + " and " + known);
        }
    }
}
