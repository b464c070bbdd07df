package io.obsagent.smoke.contract;

import java.util.List;
import java.util.Optional;

/**
 * A registered attribute.
 *
 * @param type string, int, double, boolean, string[], or enum (which is a string here)
 * @param members listed values of an enum; others are allowed, but not another spelling of a listed one
 */
record AttributeType(String name, String type, List<String> members) {

    /** What is wrong with a value, if anything. */
    Optional<String> fault(Object value) {
        if (!isOfType(value)) {
            return Optional.of("is " + value.getClass().getSimpleName() + ", should be " + type);
        }
        if (value instanceof String text) {
            for (String member : members) {
                if (member.equalsIgnoreCase(text) && !member.equals(text)) {
                    return Optional.of("'" + text + "' is listed as '" + member + "'");
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOfType(Object value) {
        switch (type) {
            case "int":
                return value instanceof Long;
            case "double":
                return value instanceof Double;
            case "boolean":
                return value instanceof Boolean;
            case "string[]":
                return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            default:
                return value instanceof String;
        }
    }
}
