package io.obsagent.telemetry;

/** A trace context that arrived with a request or a message. Immutable. */
public final class RemoteContext {
    final long traceHigh;
    final long traceLow;
    final long spanId;
    final boolean sampled;
    final boolean random;
    final String traceState;
    final String baggage;

    /**
     * @param traceHigh with {@code traceLow} the trace id; both 0 when only baggage arrived
     * @param traceState the W3C header value, null for none
     * @param baggage the W3C header value, null for none
     */
    public RemoteContext(long traceHigh, long traceLow, long spanId, boolean sampled, String traceState, String baggage) {
        this(traceHigh, traceLow, spanId, sampled, false, traceState, baggage);
    }

    /**
     * @param random what W3C level 2 calls the random-trace-id flag: the sender says that the last 56 bits of the trace
     *     id are random; whoever continues the trace says it too
     */
    public RemoteContext(long traceHigh, long traceLow, long spanId, boolean sampled, boolean random, String traceState,
            String baggage) {
        this.traceHigh = traceHigh;
        this.traceLow = traceLow;
        this.spanId = spanId;
        this.sampled = sampled;
        this.random = random;
        this.traceState = traceState;
        this.baggage = baggage;
    }

    /** Whether it names a span, not only baggage. */
    public boolean hasSpan() {
        return spanId != 0 && (traceHigh | traceLow) != 0;
    }

    public long traceHigh() {
        return traceHigh;
    }

    public long traceLow() {
        return traceLow;
    }

    public long spanId() {
        return spanId;
    }

    public boolean sampled() {
        return sampled;
    }

    public boolean random() {
        return random;
    }

    /** This span with the baggage that arrived beside it. */
    public RemoteContext with(String arrivedBaggage) {
        return new RemoteContext(traceHigh, traceLow, spanId, sampled, random, traceState, arrivedBaggage);
    }

    public String traceState() {
        return traceState;
    }

    public String baggage() {
        return baggage;
    }
}
