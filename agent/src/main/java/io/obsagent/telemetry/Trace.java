package io.obsagent.telemetry;

/** What all operations of one request in this process share. Immutable. */
public final class Trace {
    final long high;
    final long low;
    final boolean sampled;
    /** The W3C flag by that name, as it arrived: it says where the trace id comes from, and goes with it. */
    final boolean random;
    /** W3C tracestate as it is passed on, null for none. */
    final String state;
    /** W3C baggage as it is passed on, null for none. */
    final String baggage;
    /** The first operation of the trace in this process. */
    final Operation root;
    /** Epoch minus {@link System#nanoTime()} when the trace began: one for all its spans, so that they stay in order. */
    final long epochOffset;

    Trace(long high, long low, boolean sampled, boolean random, String state, String baggage, Operation root, long epochOffset) {
        this.high = high;
        this.low = low;
        this.sampled = sampled;
        this.random = random;
        this.state = state;
        this.baggage = baggage;
        this.root = root;
        this.epochOffset = epochOffset;
    }

    public long high() {
        return high;
    }

    public long low() {
        return low;
    }

    public boolean sampled() {
        return sampled;
    }

    public boolean random() {
        return random;
    }

    public String state() {
        return state;
    }

    public String baggage() {
        return baggage;
    }

    public Operation root() {
        return root;
    }

    public long epochOffset() {
        return epochOffset;
    }
}
