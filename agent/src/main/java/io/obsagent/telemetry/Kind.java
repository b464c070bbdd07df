package io.obsagent.telemetry;

/** The kind of a span, as OTLP knows it. */
public enum Kind {
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
}
