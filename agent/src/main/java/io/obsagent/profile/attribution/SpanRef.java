package io.obsagent.profile.attribution;

import io.obsagent.id.Hex;

/**
 * The span that a sample was taken for: trace, exact (leaf) span and the local root of its trace in this process.
 * Ids are those of W3C trace context as longs. Immutable.
 */
public final class SpanRef {
    public final long traceHi;
    public final long traceLo;
    public final long spanId;
    public final long rootSpanId;

    public SpanRef(long traceHi, long traceLo, long spanId, long rootSpanId) {
        this.traceHi = traceHi;
        this.traceLo = traceLo;
        this.spanId = spanId;
        this.rootSpanId = rootSpanId;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SpanRef)) {
            return false;
        }
        SpanRef that = (SpanRef) other;
        return spanId == that.spanId && traceLo == that.traceLo && traceHi == that.traceHi && rootSpanId == that.rootSpanId;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(spanId * 31 + traceLo);
    }

    @Override
    public String toString() {
        return Hex.of(traceHi, traceLo) + '/' + Hex.of(spanId);
    }
}
