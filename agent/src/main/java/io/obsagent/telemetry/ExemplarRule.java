package io.obsagent.telemetry;

/** Which measurements may become exemplars. */
enum ExemplarRule {
    NEVER,
    /** Those of sampled operations, so that every link leads somewhere. */
    SAMPLED;

    boolean admits(Operation operation) {
        return this == SAMPLED && operation != null && operation.sampled();
    }
}
