package io.obsagent.profile;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What one sample costs the thread that it is taken of: requests of {@link WebLoad} on one thread, and the profiler's word
 * for its last sample tells in which of them one was taken. The lower tenth of their CPU less that of the others, by the
 * thread's own clock: on a busy machine the middle is that of requests which others disturbed. A little too much for CPU
 * samples, which longer requests have more often. In a loop that does nothing else a sample costs a sixth, because the
 * caches still know what the last one touched.
 */
final class SampleCost {
    private static final int MOST = 1 << 16;

    private SampleCost() {}

    /** Nanoseconds a sample of the kind that the profiler takes. */
    static double of(PausableProfiler profiler, WebLoad load, int seconds) throws Exception {
        profiler.on();
        ByteBuffer lastSample = profiler.workFor(1);
        long[] sampled = new long[MOST];
        long[] others = new long[MOST];
        int samples = 0;
        int rounds = 0;
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end && samples < MOST && rounds < MOST) {
            long last = lastSample.getLong(0);
            long before = CpuClock.ofThread();
            load.request(rounds);
            long nanos = CpuClock.ofThread() - before;
            if (lastSample.getLong(0) == last) {
                others[rounds++] = nanos;
            } else {
                sampled[samples++] = nanos;
            }
        }
        profiler.off();
        return lowerTenth(sampled, samples) - lowerTenth(others, rounds);
    }

    private static double lowerTenth(long[] values, int size) {
        Arrays.sort(values, 0, size);
        return values[size / 10];
    }
}
