package io.obsagent.telemetry.propagation;

import io.obsagent.telemetry.AttributeKey;
import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Counter;
import io.obsagent.telemetry.Metrics;
import io.obsagent.telemetry.RemoteContext;

/**
 * Counts headers that are there and cannot be used, by name: whoever sends them breaks traces, and a log line for each
 * would be a second fault. Thread-safe.
 */
public final class MalformedHeaders {
    private static final AttributeKey<String> HEADER = AttributeKey.string("obs.propagation.header");

    private final Counter counter;

    public MalformedHeaders(Metrics metrics) {
        counter = metrics.counter("obs.propagation.malformed.headers", "{header}",
                "Headers of trace context and baggage that arrived and could not be used, or not whole.");
    }

    void count(String header) {
        counter.series(Attributes.builder().put(HEADER, header).build()).add(1);
    }

    /** The context that a malformed header names. */
    RemoteContext none(String header) {
        count(header);
        return null;
    }
}
