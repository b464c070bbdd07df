package io.obsagent.export;

import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts: growing, and spread so that many processes do not come back to a backend at once. Immutable. */
final class Backoff {
    private static final double GROWTH = 1.5;
    private static final double SPREAD = 0.2;

    private final long firstMillis;
    private final long longestMillis;

    Backoff(long firstMillis, long longestMillis) {
        this.firstMillis = firstMillis;
        this.longestMillis = longestMillis;
    }

    /** After failure number {@code attempt}, counted from 1. */
    long millis(int attempt) {
        double pause = Math.min(longestMillis, firstMillis * Math.pow(GROWTH, attempt - 1));
        return (long) (pause * (1 - SPREAD + 2 * SPREAD * ThreadLocalRandom.current().nextDouble()));
    }
}
