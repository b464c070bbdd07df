package io.obsagent.profile.engine;

import io.obsagent.profile.chunk.SamplingPeriods;

/** What is to be sampled, and how often. Distances of 0 mean not at all. Immutable. */
public final class Events {
    /** CPU time of a thread between two samples. */
    public final long cpuNanos;
    /** Whether CPU samples come from {@code perf_events}, with kernel frames, rather than from a timer for each thread. */
    public final boolean perf;
    /** Time between two looks at each thread that works for a span. */
    public final long wallNanos;
    public final long allocBytes;
    public final long lockNanos;
    /** Whether sampled objects are followed until they die; implies allocation samples. */
    public final boolean live;

    public Events(long cpuNanos, boolean perf, long wallNanos, long allocBytes, long lockNanos, boolean live) {
        this.cpuNanos = cpuNanos;
        this.perf = perf;
        this.wallNanos = wallNanos;
        this.allocBytes = allocBytes;
        this.lockNanos = lockNanos;
        this.live = live;
    }

    public boolean none() {
        return cpuNanos == 0 && wallNanos == 0 && allocBytes == 0 && lockNanos == 0;
    }

    Events withoutAllocations() {
        return new Events(cpuNanos, perf, wallNanos, 0, lockNanos, false);
    }

    Events with(long otherWallNanos, long otherAllocBytes) {
        return new Events(cpuNanos, perf, otherWallNanos, otherAllocBytes, lockNanos, live);
    }

    Events withoutWall() {
        return with(0, allocBytes);
    }

    SamplingPeriods periods() {
        return new SamplingPeriods(cpuNanos, wallNanos, allocBytes, lockNanos);
    }

    /** As in the start report: {@code cpu 10ms, alloc 1024k, ...}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, perf ? "perf " : "cpu ", cpuNanos / 1_000_000, "ms");
        append(text, "wall ", wallNanos / 1_000_000, "ms");
        append(text, "alloc ", allocBytes / 1024, "k");
        append(text, "lock ", lockNanos / 1_000_000, "ms");
        return live ? text.append(", live").toString() : text.toString();
    }

    private static void append(StringBuilder text, String name, long distance, String unit) {
        if (distance > 0) {
            text.append(text.length() == 0 ? "" : ", ").append(name).append(distance).append(unit);
        }
    }
}
