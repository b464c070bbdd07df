package io.obsagent.profile.attribution;

/**
 * What profiling knows of a span that has just ended and had at least one sample.
 *
 * <p>Costs are estimates, taken at switches between which a sample fell: off by up to one sampling interval (10 ms of
 * CPU, 1 MiB of allocation) a stretch. They are of the span's own stretches; a local root's include those of the spans
 * below it. Virtual threads add nothing to them, the JVM does not count for these. Immutable.
 */
public final class SpanSamples {
    /** Span attribute, 16 hexadecimal digits: what the profiles of this span are found by. */
    public static final String PROFILE_ID = "pyroscope.profile.id";
    /** Span attribute, milliseconds. */
    public static final String CPU_MILLIS = "obs.profile.cpu_ms";
    /** Span attribute, bytes. */
    public static final String ALLOCATED_BYTES = "obs.profile.allocated_bytes";
    /** Span attribute, milliseconds off the CPU: waiting for a lock, for input, for anything. */
    public static final String BLOCKED_MILLIS = "obs.profile.blocked_ms";

    public final long profileId;
    public final long cpuNanos;
    public final long allocatedBytes;
    public final long blockedNanos;

    SpanSamples(long profileId, long cpuNanos, long allocatedBytes, long blockedNanos) {
        this.profileId = profileId;
        this.cpuNanos = cpuNanos;
        this.allocatedBytes = allocatedBytes;
        this.blockedNanos = blockedNanos;
    }
}
