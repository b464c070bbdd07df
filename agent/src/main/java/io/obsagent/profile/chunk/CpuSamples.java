package io.obsagent.profile.chunk;

import io.obsagent.profile.attribution.SpanRef;
import io.obsagent.profile.model.ProfileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The CPU samples of one chunk by thread. Each counts for its thread's timer's expirations: those that left no sample are
 * spread evenly over the thread's samples of the chunk, as they came about while the same thread ran.
 */
final class CpuSamples {
    private final Map<Integer, List<CpuSample>> threads = new HashMap<>();

    private static final class CpuSample {
        final int stackId;
        final SpanRef span;
        final int count;

        CpuSample(int stackId, SpanRef span, int count) {
            this.stackId = stackId;
            this.span = span;
            this.count = count;
        }
    }

    /** What is known of the clock of a thread that has ended; 0 for nothing. */
    interface LastClocks {
        long of(int thread);
    }

    /** @param span null if unattributed */
    void add(int thread, int stackId, SpanRef span, int count) {
        threads.computeIfAbsent(thread, number -> new ArrayList<>()).add(new CpuSample(stackId, span, count));
    }

    void addTo(SampleTable table, TimerExpirations timers, LastClocks lastClocks, long period) {
        threads.forEach((thread, samples) -> {
            long all = samples.stream().mapToLong(sample -> sample.count).sum();
            long missed = timers.missed(thread, all, period, lastClocks.of(thread));
            long given = 0;
            for (int i = 0; i < samples.size(); i++) {
                CpuSample sample = samples.get(i);
                long share = missed * (i + 1) / samples.size() - given;
                given += share;
                long count = sample.count + share;
                table.add(ProfileKind.CPU, sample.stackId, sample.span, count, (double) count * period);
            }
        });
    }
}
