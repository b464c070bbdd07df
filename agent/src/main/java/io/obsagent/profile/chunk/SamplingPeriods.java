package io.obsagent.profile.chunk;

/** Distances between samples, which are their weights. 0 for what is not sampled. Immutable. */
public final class SamplingPeriods {
    public final long cpuNanos;
    public final long wallNanos;
    public final long allocBytes;
    public final long lockNanos;

    public SamplingPeriods(long cpuNanos, long wallNanos, long allocBytes, long lockNanos) {
        this.cpuNanos = cpuNanos;
        this.wallNanos = wallNanos;
        this.allocBytes = allocBytes;
        this.lockNanos = lockNanos;
    }

    /**
     * How many objects of this size one sampled object stands for. The JVM samples after exponentially distributed
     * amounts of allocation, so an object of size s is picked with probability 1 - e^(-s/period).
     */
    double objectsPerSample(long size) {
        if (allocBytes <= 0 || size <= 0) {
            return 1;
        }
        return 1 / -Math.expm1(-(double) size / allocBytes);
    }
}
