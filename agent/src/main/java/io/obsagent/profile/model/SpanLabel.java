package io.obsagent.profile.model;

/** What a sample says of its span. Ids as in W3C trace context. Immutable. */
public final class SpanLabel {
    public final long traceHi;
    public final long traceLo;
    /** The exact span, for links. */
    public final long spanId;
    /** The id that the user interface asks by: the exact span's or its local root's, by setting. */
    public final long profileId;
    /** Name of the local root (a route, a queue), or null. */
    public final String rootName;

    public SpanLabel(long traceHi, long traceLo, long spanId, long profileId, String rootName) {
        this.traceHi = traceHi;
        this.traceLo = traceLo;
        this.spanId = spanId;
        this.profileId = profileId;
        this.rootName = rootName;
    }
}
