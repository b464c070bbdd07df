package io.obsagent.profile;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * What one sample costs the thread that it is taken of: CPU of requests of {@link WebLoad} in which one was taken less that
 * of the others, by the thread's own clock. In a loop that does nothing else a sample costs less, because the caches still
 * know what the last one touched.
 */
final class SampleCost {
    private static final int MOST = 1 << 16;

    private final WebLoad load;
    private final long[] sampled = new long[MOST];
    private final long[] others = new long[MOST];

    SampleCost(WebLoad load) {
        this.load = load;
    }

    /**
     * Nanoseconds a sample that the work itself causes, in requests that chance chooses. Those in which a timer of the
     * profiler goes off by itself would not do: it goes off at ticks of the kernel, which cost more than the sample, and
     * in the longer requests. They made 26 us of a CPU sample into 157.
     */
    double caused(Runnable sample, int seconds) {
        Random chance = new Random();
        int causes = 0;
        int rounds = 0;
        for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end && causes < MOST && rounds < MOST;) {
            boolean cause = chance.nextBoolean();
            long nanos = request(causes + rounds, cause ? sample : () -> { });
            if (cause) {
                sampled[causes++] = nanos;
            } else {
                others[rounds++] = nanos;
            }
        }
        return quantile(sampled, causes, 2) - quantile(others, rounds, 2);
    }

    /**
     * Nanoseconds a sample that comes from another thread at any time; the profiler's word for its last sample tells in which
     * requests one was taken. Their lower tenth, because on a busy machine the middle is that of requests which others disturbed.
     */
    double suffered(PausableProfiler profiler, int seconds) {
        ByteBuffer lastSample = profiler.workFor(1);
        int samples = 0;
        int rounds = 0;
        for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end && samples < MOST && rounds < MOST;) {
            long last = lastSample.getLong(0);
            long nanos = request(rounds, () -> { });
            if (lastSample.getLong(0) == last) {
                others[rounds++] = nanos;
            } else {
                sampled[samples++] = nanos;
            }
        }
        return quantile(sampled, samples, 10) - quantile(others, rounds, 10);
    }

    private long request(int number, Runnable deepest) {
        long before = CpuClock.ofThread();
        load.request(number, deepest);
        return CpuClock.ofThread() - before;
    }

    private static double quantile(long[] values, int size, int part) {
        Arrays.sort(values, 0, size);
        return values[size / part];
    }
}
