package io.obsagent.smoke.contract;

import java.util.Map;

/** Names and types of attributes, wherever they sit. */
final class AttributeCheck {
    private final SemanticConventions conventions;
    private final boolean deprecatedAllowed;
    private final boolean unknownAllowed;

    AttributeCheck(SemanticConventions conventions, boolean deprecatedAllowed, boolean unknownAllowed) {
        this.conventions = conventions;
        this.deprecatedAllowed = deprecatedAllowed;
        this.unknownAllowed = unknownAllowed;
    }

    void check(String subject, Map<String, Object> attributes, Violations violations) {
        attributes.forEach((name, value) -> {
            if (conventions.isDeprecatedAttribute(name)) {
                violations.require(deprecatedAllowed, "deprecated-attribute", subject, name);
            } else {
                conventions.attribute(name).ifPresentOrElse(
                        type -> type.fault(value).ifPresent(fault ->
                                violations.add("attribute-type", subject, name + " " + fault)),
                        () -> violations.require(unknownAllowed, "unknown-attribute", subject, name));
            }
        });
    }
}
