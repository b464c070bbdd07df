package io.obsagent.profile.chunk;

/** Samples a second beyond which the profiler drops and counts them. 0 for no limit. Immutable. */
public final class SampleLimits {
    public static final SampleLimits NONE = new SampleLimits(0, 0);

    public final int allocations;
    public final int locks;

    public SampleLimits(int allocations, int locks) {
        this.allocations = allocations;
        this.locks = locks;
    }
}
