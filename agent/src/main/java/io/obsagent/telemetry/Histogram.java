package io.obsagent.telemetry;

/** A histogram and its series. Thread-safe. */
public final class Histogram extends Instrument<HistogramSeries> {
    private final Buckets buckets;
    private final double rawPerUnit;
    private final ExemplarRule exemplars;

    Histogram(String name, String unit, String description, int limit, Buckets buckets, double rawPerUnit, ExemplarRule exemplars) {
        super(name, unit, description, limit);
        this.buckets = buckets;
        this.rawPerUnit = rawPerUnit;
        this.exemplars = exemplars;
    }

    public Buckets buckets() {
        return buckets;
    }

    /** Raw values for each unit: 1e9 for durations in seconds, which are recorded in nanoseconds. */
    public double rawPerUnit() {
        return rawPerUnit;
    }

    ExemplarRule exemplars() {
        return exemplars;
    }

    @Override
    HistogramSeries create(Attributes attributes) {
        return new HistogramSeries(this, attributes);
    }
}
