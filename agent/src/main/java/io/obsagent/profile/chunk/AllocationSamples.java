package io.obsagent.profile.chunk;

import io.obsagent.profile.attribution.SpanRef;
import io.obsagent.profile.model.ProfileKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The sampled allocations of one chunk. In a flood the profiler keeps the first of each second, and counts those it drops:
 * the kept ones of such seconds stand for these too.
 */
final class AllocationSamples {
    private final List<Allocation> kept = new ArrayList<>();

    private static final class Allocation {
        final long time;
        final int stackId;
        final SpanRef span;
        final long size;

        Allocation(long time, int stackId, SpanRef span, long size) {
            this.time = time;
            this.stackId = stackId;
            this.span = span;
            this.size = size;
        }
    }

    /** @param span null if unattributed */
    void add(long time, int stackId, SpanRef span, long size) {
        kept.add(new Allocation(time, stackId, span, size));
    }

    int count() {
        return kept.size();
    }

    /**
     * @param skipped how many the profiler dropped; without a second at the limit nobody stands for them
     * @param limit of samples a second; 0 for none
     */
    void addTo(SampleTable table, SamplingPeriods periods, long skipped, int limit) {
        kept.sort(Comparator.comparingLong(sample -> sample.time));
        BitSet flooded = FullSeconds.find(kept.stream().mapToLong(sample -> sample.time).toArray(), skipped > 0 ? limit : 0);
        double carried = 1 + (double) skipped / Math.max(1, flooded.cardinality());
        for (int i = 0; i < kept.size(); i++) {
            Allocation sample = kept.get(i);
            double objects = periods.objectsPerSample(sample.size) * (flooded.get(i) ? carried : 1);
            table.add(ProfileKind.ALLOC, sample.stackId, sample.span, objects, objects * sample.size);
        }
    }
}
