package io.obsagent.smoke.contract;

/**
 * How a convention wants an attribute on a span or metric.
 *
 * @param level required, conditional, recommended or opt_in
 * @param when code of the condition, empty when there is none; the codes are explained in spans.yaml
 */
record AttributeUse(String level, String when) {
    boolean isRequired() {
        return level.equals("required");
    }
}
