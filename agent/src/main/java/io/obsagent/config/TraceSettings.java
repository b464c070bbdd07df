package io.obsagent.config;

import java.util.List;

/** Sampling, span limits, and the queue in front of the span exporter. Immutable. */
public final class TraceSettings {
    /** Empty for {@code none}. */
    public final List<Exporter> exporters;

    public final SamplerKind sampler;

    /** 0 to 1; what {@link SamplerKind#TRACEIDRATIO} and its parent-based form keep. */
    public final double samplerRatio;

    /** Characters; {@link Integer#MAX_VALUE} where there is no limit. */
    public final int attributeValueLength;

    public final int attributeCount;
    public final int eventCount;
    public final int linkCount;
    public final int eventAttributeCount;

    public final long scheduleDelayMillis;
    public final long exportTimeoutMillis;
    public final int maxQueueSize;
    /** At most {@link #maxQueueSize}. */
    public final int maxExportBatchSize;

    private TraceSettings(Settings settings) {
        exporters = settings.choices(Keys.TRACES_EXPORTER, Exporter.values());
        sampler = settings.choice(Keys.SAMPLER, SamplerKind.values());
        samplerRatio = usesRatio(sampler) ? settings.ratio(Keys.SAMPLER_ARG) : 1.0;

        attributeValueLength = limit(settings, Keys.SPAN_ATTRIBUTE_VALUE_LENGTH, Keys.ATTRIBUTE_VALUE_LENGTH);
        attributeCount = limit(settings, Keys.SPAN_ATTRIBUTE_COUNT, Keys.ATTRIBUTE_COUNT);
        eventCount = settings.limit(Keys.SPAN_EVENT_COUNT);
        linkCount = settings.limit(Keys.SPAN_LINK_COUNT);
        eventAttributeCount = settings.limit(Keys.EVENT_ATTRIBUTE_COUNT);

        scheduleDelayMillis = settings.millis(Keys.BSP_SCHEDULE_DELAY);
        exportTimeoutMillis = settings.millis(Keys.BSP_EXPORT_TIMEOUT);
        maxQueueSize = settings.count(Keys.BSP_MAX_QUEUE_SIZE, 1);
        int batch = settings.count(Keys.BSP_MAX_EXPORT_BATCH_SIZE, 1);
        if (batch > maxQueueSize && settings.isSet(Keys.BSP_MAX_EXPORT_BATCH_SIZE)) {
            settings.warnings().add(
                    settings.origin(Keys.BSP_MAX_EXPORT_BATCH_SIZE) + "=" + batch
                        + " is more than the queue holds: using " + maxQueueSize);
        }
        maxExportBatchSize = Math.min(batch, maxQueueSize);
    }

    public static TraceSettings of(Settings settings) {
        return new TraceSettings(settings);
    }

    private static boolean usesRatio(SamplerKind sampler) {
        return sampler == SamplerKind.TRACEIDRATIO || sampler == SamplerKind.PARENTBASED_TRACEIDRATIO;
    }

    /** The span's own limit, else the general one; a bad own limit counts as unset. */
    private static int limit(Settings settings, Key own, Key general) {
        int fallback = settings.limit(general);
        return settings.isSet(own)
                ? settings.limit(own.withDefault(fallback == Integer.MAX_VALUE ? null : String.valueOf(fallback)))
                : fallback;
    }
}
