package io.obsagent.profile.chunk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How often the CPU timers of threads expired without leaving a sample. The kernel looks at these timers at its ticks and
 * while their thread runs, sends one signal for all expirations since, and how many they were is not in the recording:
 * where more threads want to run than there are cores that was 0 to 15 % of the CPU time at 10 ms. A thread's own clock
 * tells: what no sample stands for is missing, to the nearest whole distance. Supervisor thread.
 */
final class TimerExpirations {
    /** Ticks are that far apart at most. */
    private static final long TICK_NANOS = 10_000_000;
    /** What a thread used without any sample in earlier chunks; beyond, it had no timer: one of native code, before it entered the JVM. */
    private static final long MOST_REST_NANOS = 4 * TICK_NANOS;

    private final Map<Integer, Account> threads = new HashMap<>();
    private final Set<Integer> ended = new HashSet<>();
    private Map<Integer, Long> begun;
    private boolean known;

    private static final class Account {
        long clock;
        long usedInChunk;
        /** Used before and part of no whole distance yet; below zero while the clock lags behind the samples. */
        long rest;
    }

    /** Timers have just been set, on threads that have used up so much. The chunk that ended before may still be told. */
    void begin(Map<Integer, Long> clocks) {
        begun = clocks;
    }

    /** A chunk has ended, whose samples are about to be told. */
    void advance(Map<Integer, Long> clocks) {
        threads.keySet().removeAll(ended);
        ended.clear();
        if (begun != null) {
            threads.clear();
            begun.forEach((thread, clock) -> account(thread).clock = clock);
            known = !begun.isEmpty();
            begun = null;
        }
        known &= !clocks.isEmpty();
        if (!known) {
            return;
        }
        for (Integer thread : threads.keySet()) {
            if (!clocks.containsKey(thread)) {
                ended.add(thread);
            }
        }
        clocks.forEach((thread, clock) -> {
            Account account = account(thread);
            account.rest += account.usedInChunk;
            account.usedInChunk = 0;
            advance(account, clock);
        });
    }

    /**
     * @param samples of the thread in this chunk, of which it has some
     * @param lastClock what is known of its clock if it has ended since, else 0
     * @return how many more there would have been if each expiration had left one
     */
    long missed(int thread, long samples, long period, long lastClock) {
        if (!known || period <= 0) {
            return 0;
        }
        // Threads of which nothing is known have begun and ended since the last chunk.
        Account account = threads.getOrDefault(thread, new Account());
        if (lastClock > account.clock) {
            advance(account, lastClock);
        }
        long unsampled = Math.min(account.rest, MOST_REST_NANOS) + account.usedInChunk - samples * period;
        long mostForOne = (TICK_NANOS + period - 1) / period;
        long missed = Math.min(samples * mostForOne, Math.max(0, Math.floorDiv(unsampled + period / 2, period)));
        account.rest = unsampled - missed * period;
        account.usedInChunk = 0;
        return missed;
    }

    private Account account(Integer thread) {
        return threads.computeIfAbsent(thread, number -> new Account());
    }

    private static void advance(Account account, long clock) {
        if (clock < account.clock) {
            // The number has gone to another thread.
            account.clock = 0;
            account.rest = 0;
        }
        account.usedInChunk += clock - account.clock;
        account.clock = clock;
    }
}
