package io.obsagent.telemetry;

/** One measurement with the span it was made in. Immutable. */
public final class Exemplar {
    private final long value;
    private final long nanos;
    private final long epochOffset;
    private final long traceHigh;
    private final long traceLow;
    private final long spanId;

    Exemplar(long value, long nanos, Operation operation) {
        Trace trace = operation.trace();
        this.value = value;
        this.nanos = nanos;
        this.epochOffset = trace.epochOffset;
        this.traceHigh = trace.high;
        this.traceLow = trace.low;
        this.spanId = operation.spanId();
    }

    /** In the raw unit of the histogram. */
    public long value() {
        return value;
    }

    long nanos() {
        return nanos;
    }

    public long epochNanos() {
        return nanos + epochOffset;
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
}
