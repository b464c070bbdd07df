package io.obsagent.profile;

import java.util.Arrays;
import java.util.Random;

/** Ratios of pairs that a noisy machine took: their middle, and how sure it is. Ratios multiply, so logarithms are averaged. */
final class PairedRatios {
    private static final int RESAMPLES = 2_000;
    /** A fifth is left out at either end: a pair in which another process woke up says nothing of this one. */
    private static final int CUT = 5;

    private final double[] logs;
    private int size;

    PairedRatios(int most) {
        logs = new double[most];
    }

    void add(double ratio) {
        logs[size++] = Math.log(ratio);
    }

    int size() {
        return size;
    }

    /** Trimmed mean, in percent above 1. */
    double percent() {
        return percent(trimmedMean(Arrays.copyOf(logs, size)));
    }

    /** 95 % of the trimmed means that the same pairs, drawn again and again, give; lower and upper end. */
    double[] interval() {
        Random random = new Random(size);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double[] drawn = new double[size];
            for (int j = 0; j < size; j++) {
                drawn[j] = logs[random.nextInt(size)];
            }
            means[i] = trimmedMean(drawn);
        }
        Arrays.sort(means);
        return new double[] {percent(means[RESAMPLES / 40]), percent(means[RESAMPLES - RESAMPLES / 40 - 1])};
    }

    private static double trimmedMean(double[] values) {
        Arrays.sort(values);
        int cut = values.length / CUT;
        return Arrays.stream(values, cut, values.length - cut).average().orElse(0);
    }

    private static double percent(double log) {
        return 100 * Math.expm1(log);
    }
}
