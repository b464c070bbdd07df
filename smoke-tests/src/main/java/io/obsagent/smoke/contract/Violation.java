package io.obsagent.smoke.contract;

/**
 * One way in which received data broke the contract.
 *
 * @param rule short name of the rule, stable for tests
 * @param subject the span, metric, resource or request at fault
 * @param detail what is wrong with it
 */
public record Violation(String rule, String subject, String detail) {
    @Override
    public String toString() {
        return rule + ": " + subject + ": " + detail;
    }
}
