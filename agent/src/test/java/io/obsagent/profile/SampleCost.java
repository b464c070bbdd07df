package io.obsagent.profile;

import io.obsagent.profile.model.ProfileKind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * What one sample costs the thread that it is taken of, directly: a thread below the filters of {@link WebLoad} reads its CPU
 * clock all the time, and the profiler's word for its last sample tells between which two readings one was taken. The middle
 * of those readings less the middle of the others: a thread's CPU clock stands still while others run.
 */
final class SampleCost {
    private static final int MOST = 1 << 20;
    private static final int ROUNDS_A_SECOND = 4;
    private static volatile Object sink;

    private SampleCost() {}

    /** Nanoseconds a CPU sample. */
    static double ofCpu(PausableProfiler profiler, WebLoad load, int seconds) throws Exception {
        return measure(profiler, load, seconds, () -> { });
    }

    /** Nanoseconds a sampled allocation. */
    static double ofAllocation(PausableProfiler profiler, WebLoad load, int seconds) throws Exception {
        return measure(profiler, load, seconds, () -> sink = new byte[512]);
    }

    /** Nanoseconds that a look of the wall clock costs a thread which waits most of the time and is woken by it. */
    static double ofLook(PausableProfiler profiler, WebLoad load, int seconds) throws Exception {
        long[] with = new long[seconds * ROUNDS_A_SECOND];
        long[] without = new long[with.length];
        profiler.takeSamples();
        for (int half = 0; half < 4; half++) {
            int from = half / 2 * with.length / 2;
            int to = from + with.length / 2;
            if (half % 2 == 0) {
                load.deep(() -> waits(without, from, to));
            } else {
                profiler.on();
                load.deep(() -> {
                    profiler.workFor(from + 1);
                    waits(with, from, to);
                });
                profiler.off();
            }
        }
        double looks = profiler.takeSamples().get(ProfileKind.WALL) / with.length;
        return (middle(with, with.length) - middle(without, without.length)) / looks;
    }

    /** CPU of each of those rounds of a hundred waits, a tenth of a second or more. */
    private static void waits(long[] rounds, int from, int to) {
        for (int round = from; round < to; round++) {
            long before = CpuClock.ofThread();
            for (int i = 0; i < 100; i++) {
                LockSupport.parkNanos(1_000_000);
            }
            rounds[round] = CpuClock.ofThread() - before;
        }
    }

    private static double measure(PausableProfiler profiler, WebLoad load, int seconds, Runnable work) throws Exception {
        double[] cost = new double[1];
        profiler.on();
        load.deep(() -> cost[0] = below(profiler.workFor(1), seconds, work));
        profiler.off();
        return cost[0];
    }

    private static double below(ByteBuffer lastSample, int seconds, Runnable work) {
        long[] sampled = new long[MOST];
        long[] others = new long[MOST];
        int samples = 0;
        int rounds = 0;
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long last = lastSample.getLong(0);
        while (System.nanoTime() < end && samples < MOST) {
            long before = CpuClock.ofThread();
            work.run();
            long nanos = CpuClock.ofThread() - before;
            long now = lastSample.getLong(0);
            if (now == last) {
                others[rounds++ % MOST] = nanos;
            } else {
                sampled[samples++] = nanos;
                last = now;
            }
        }
        return middle(sampled, samples) - middle(others, Math.min(rounds, MOST));
    }

    private static double middle(long[] values, int size) {
        Arrays.sort(values, 0, size);
        return values[size / 2];
    }
}
