package io.obsagent.config;

/** Where a signal can go. */
public enum Exporter {
    OTLP,
    /** Lines on standard output, for trying things out. */
    CONSOLE
}
