package io.obsagent.config;

/** The values of {@code otel.traces.sampler}. */
public enum SamplerKind {
    ALWAYS_ON,
    ALWAYS_OFF,
    TRACEIDRATIO,
    PARENTBASED_ALWAYS_ON,
    PARENTBASED_ALWAYS_OFF,
    PARENTBASED_TRACEIDRATIO
}
