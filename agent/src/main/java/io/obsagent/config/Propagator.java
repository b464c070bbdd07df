package io.obsagent.config;

/** The header formats of {@code otel.propagators}. */
public enum Propagator {
    TRACECONTEXT,
    BAGGAGE,
    B3,
    B3MULTI,
    JAEGER,
    XRAY
}
