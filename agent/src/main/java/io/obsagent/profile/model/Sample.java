package io.obsagent.profile.model;

/** One stack with what was counted there, for one span or for none. */
public final class Sample {
    /** Numbers of the window's {@link FrameTable}, innermost frame first. */
    public final int[] frames;
    /** Null if unattributed. */
    public final SpanLabel span;
    /** Events, or objects. */
    public final long count;
    /** In the unit of the profile's kind. */
    public final long value;

    public Sample(int[] frames, SpanLabel span, long count, long value) {
        this.frames = frames;
        this.span = span;
        this.count = count;
        this.value = value;
    }
}
