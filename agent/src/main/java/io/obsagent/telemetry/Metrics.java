package io.obsagent.telemetry;

import io.obsagent.config.MetricSettings;
import io.obsagent.config.MetricSettings.ExemplarFilter;
import io.obsagent.config.MetricSettings.HistogramAggregation;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;

/** All metrics of the process by name; asking for the same name again gives the same instrument. Thread-safe. */
public final class Metrics {
    private static final double NANOS_PER_SECOND = 1e9;

    private final MetricSettings settings;
    private final ConcurrentHashMap<String, Histogram> histograms = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Counter> counters = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Observed> observed = new ConcurrentHashMap<>();

    Metrics(MetricSettings settings) {
        this.settings = settings;
    }

    /** A histogram of durations, recorded in nanoseconds, exported in seconds. */
    public Histogram durations(String name, String description, double... secondBounds) {
        return histogram(name, "s", description, NANOS_PER_SECOND, secondBounds);
    }

    /** A histogram of whole numbers. */
    public Histogram amounts(String name, String unit, String description, double... bounds) {
        return histogram(name, unit, description, 1, bounds);
    }

    private Histogram histogram(String name, String unit, String description, double rawPerUnit, double[] bounds) {
        Histogram known = histograms.get(name);
        if (known != null) {
            return known;
        }
        Buckets buckets = settings.histogram == HistogramAggregation.BASE2_EXPONENTIAL_BUCKET_HISTOGRAM
                ? Buckets.exponential(rawPerUnit)
                : Buckets.explicit(bounds, rawPerUnit);
        ExemplarRule rule = settings.exemplars == ExemplarFilter.ALWAYS_OFF ? ExemplarRule.NEVER : ExemplarRule.SAMPLED;
        Histogram fresh = new Histogram(name, unit, description, settings.cardinalityLimit, buckets, rawPerUnit, rule);
        Histogram raced = histograms.putIfAbsent(name, fresh);
        return raced == null ? fresh : raced;
    }

    public Counter counter(String name, String unit, String description) {
        return counter(name, unit, description, true);
    }

    public Counter upDownCounter(String name, String unit, String description) {
        return counter(name, unit, description, false);
    }

    private Counter counter(String name, String unit, String description, boolean monotonic) {
        Counter known = counters.get(name);
        if (known != null) {
            return known;
        }
        Counter fresh = new Counter(name, unit, description, settings.cardinalityLimit, monotonic);
        Counter raced = counters.putIfAbsent(name, fresh);
        return raced == null ? fresh : raced;
    }

    /** A metric that is read at collection. */
    public Observed observed(String name, String unit, String description, Observed.Form form) {
        Observed known = observed.get(name);
        if (known != null) {
            return known;
        }
        Observed fresh = new Observed(name, unit, description, form, settings.cardinalityLimit);
        Observed raced = observed.putIfAbsent(name, fresh);
        return raced == null ? fresh : raced;
    }

    public Collection<Histogram> histograms() {
        return histograms.values();
    }

    public Collection<Counter> counters() {
        return counters.values();
    }

    public Collection<Observed> observed() {
        return observed.values();
    }

    /** Whether there is nothing to collect yet. */
    public boolean isEmpty() {
        for (Histogram histogram : histograms.values()) {
            if (!histogram.all().isEmpty()) {
                return false;
            }
        }
        for (Counter counter : counters.values()) {
            if (!counter.all().isEmpty()) {
                return false;
            }
        }
        return observed.isEmpty();
    }
}
