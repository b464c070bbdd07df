package io.obsagent.export.pipeline;

import io.obsagent.config.MetricSettings;
import io.obsagent.export.LastCall;
import io.obsagent.telemetry.Telemetry;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Collection;
import java.util.List;

/** Takes the folded series to the exporters. Used by the pipeline's thread only. */
final class MetricStage {
    private final Telemetry telemetry;
    private final RedProducer producer;
    private final RedReader reader = new RedReader();
    private final List<MetricExporter> exporters;

    MetricStage(Telemetry telemetry, MetricSettings settings, Resource resource, List<MetricExporter> exporters,
            long startNanos) {
        this.telemetry = telemetry;
        this.exporters = exporters;
        this.producer = new RedProducer(telemetry.metrics(), settings.temporality,
                startNanos + telemetry.clock().epochOffset());
        SdkMeterProvider.builder().setResource(resource).registerMetricProducer(producer).registerMetricReader(reader).build();
    }

    void export() {
        producer.now(System.nanoTime() + telemetry.clock().epochOffset());
        Collection<MetricData> metrics = reader.collect();
        if (!metrics.isEmpty()) {
            for (MetricExporter exporter : exporters) {
                exporter.export(metrics);
            }
        }
    }

    /** Any thread. */
    void lastCall() {
        LastCall.toAll(exporters);
    }
}
