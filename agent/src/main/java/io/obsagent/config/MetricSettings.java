package io.obsagent.config;

import java.util.List;

/** How often metrics are exported and in which form. Immutable. */
public final class MetricSettings {
    /** The values of {@code otel.exporter.otlp.metrics.temporality.preference}. */
    public enum Temporality {
        CUMULATIVE,
        DELTA,
        LOWMEMORY
    }

    /** The values of {@code otel.exporter.otlp.metrics.default.histogram.aggregation}. */
    public enum HistogramAggregation {
        EXPLICIT_BUCKET_HISTOGRAM,
        BASE2_EXPONENTIAL_BUCKET_HISTOGRAM
    }

    /** The values of {@code otel.metrics.exemplar.filter}. */
    public enum ExemplarFilter {
        TRACE_BASED,
        ALWAYS_ON,
        ALWAYS_OFF
    }

    /** Empty for {@code none}. */
    public final List<Exporter> exporters;

    public final long intervalMillis;
    public final long timeoutMillis;
    public final Temporality temporality;
    public final HistogramAggregation histogram;
    public final ExemplarFilter exemplars;

    /** Series of one metric before further ones are folded into its overflow series. */
    public final int cardinalityLimit;

    private MetricSettings(Settings settings) {
        exporters = settings.choices(Keys.METRICS_EXPORTER, Exporter.values());
        intervalMillis = Math.max(1, settings.millis(Keys.METRIC_EXPORT_INTERVAL));
        timeoutMillis = settings.millis(Keys.METRIC_EXPORT_TIMEOUT);
        temporality = settings.choice(Keys.TEMPORALITY, Temporality.values());
        histogram = settings.choice(Keys.HISTOGRAM_AGGREGATION, HistogramAggregation.values());
        exemplars = settings.choice(Keys.EXEMPLAR_FILTER, ExemplarFilter.values());
        cardinalityLimit = settings.count(Keys.CARDINALITY_LIMIT, 1);
    }

    public static MetricSettings of(Settings settings) {
        return new MetricSettings(settings);
    }
}
