package io.obsagent.telemetry;

/**
 * One series of a histogram. Recording is lock-free, allocates nothing but a thread's first cells and
 * exemplars that are due, and never drops. Thread-safe.
 */
public final class HistogramSeries {
    /** A bucket's exemplar is replaced at most this often; export intervals are longer. */
    private static final long EXEMPLAR_NANOS = 1_000_000_000L;

    private final Histogram histogram;
    private final Attributes attributes;
    private final Buckets buckets;
    private final Cells cells;
    private final int sum;
    private final Exemplar[] exemplars;

    HistogramSeries(Histogram histogram, Attributes attributes) {
        this.histogram = histogram;
        this.attributes = attributes;
        this.buckets = histogram.buckets();
        this.sum = buckets.count();
        this.cells = new Cells(buckets.count() + 1);
        this.exemplars = new Exemplar[buckets.count()];
    }

    public Attributes attributes() {
        return attributes;
    }

    public Histogram histogram() {
        return histogram;
    }

    /** Records a value in the raw unit of the histogram; negative ones count as 0. */
    public void record(long value) {
        add(value);
    }

    void record(long value, Operation operation, long nanos) {
        int bucket = add(value);
        if (histogram.exemplars().admits(operation)) {
            Exemplar last = exemplars[bucket];
            if (last == null || nanos - last.nanos() > EXEMPLAR_NANOS) {
                exemplars[bucket] = new Exemplar(Math.max(value, 0), nanos, operation);
            }
        }
    }

    private int add(long value) {
        long counted = Math.max(value, 0);
        int bucket = buckets.of(counted);
        long[] stripe = cells.stripe();
        Cells.add(stripe, bucket, 1);
        Cells.add(stripe, sum, counted);
        return bucket;
    }

    /** Values recorded so far in each bucket. */
    public long[] counts() {
        long[] counts = new long[buckets.count()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = cells.fold(i);
        }
        return counts;
    }

    /** The sum of all values, in the raw unit. */
    public long sum() {
        return cells.fold(sum);
    }

    /** Takes the exemplars collected since the last time; null entries for buckets without one. */
    public Exemplar[] takeExemplars() {
        Exemplar[] taken = exemplars.clone();
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] != null) {
                exemplars[i] = null;
            }
        }
        return taken;
    }
}
