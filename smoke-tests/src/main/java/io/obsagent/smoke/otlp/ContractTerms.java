package io.obsagent.smoke.otlp;

import java.util.EnumSet;
import java.util.Set;

/**
 * Parts of the contract that a test lifts for its receiver, each with the reason. Thread-safe.
 */
public final class ContractTerms {
    /** A part of the contract that a test may lift. */
    public enum Part {
        /** Deprecated names are sent because OTEL_SEMCONV_STABILITY_OPT_IN asked for them. */
        DEPRECATED_NAMES,
        /** Spans are missing on purpose (outage, full queue, kill), so parents and links may point nowhere. */
        WHOLE_TRACES,
        /** The test sends or provokes bytes that break OTLP on purpose. */
        MESSAGES,
        /** The test application makes spans or metrics of its own that no convention describes. */
        KNOWN_NAMES
    }

    private final Set<Part> lifted = EnumSet.noneOf(Part.class);

    /** Everything holds. */
    public ContractTerms() {
    }

    /** @param reason for whoever reads the test */
    public synchronized ContractTerms lift(Part part, String reason) {
        lifted.add(part);
        return this;
    }

    public synchronized boolean holds(Part part) {
        return !lifted.contains(part);
    }
}
