package io.obsagent.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.config.MetricSettings;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import io.obsagent.config.TraceSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the exporters send, decoded by the protocol's own classes. */
class OtlpExportersTest {
    private static final String OK = RawServer.response("200 OK", "", "");

    private final EndedSpans spans = new EndedSpans();
    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer().answers(OK, OK, OK, OK);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Settings settings(String... pairs) {
        Map<String, String> environment = new HashMap<>();
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:" + server.port());
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return Settings.of(null, Collections.emptyMap(), environment);
    }

    private static OtlpSpanExporter spanExporter(Settings settings) {
        return OtlpExporters.spans(OtlpSettings.of(settings, OtlpSettings.Signal.TRACES), TraceSettings.of(settings),
                Map.of("service.name", "shop"));
    }

    @Test
    void spansArriveWhole() throws IOException {
        OtlpSpanExporter exporter = spanExporter(settings());
        exporter.export(spans.ended("first", "Gr\u00fc\u00dfe"));
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(server.bodies().get(0));

        assertThat(request.getResourceSpans(0).getScopeSpans(0).getSpansList()).extracting(Span::getName)
                .containsExactly("first", "Gr\u00fc\u00dfe");
        assertThat(exporter.counts().delivered()).isEqualTo(2);
        assertThat(exporter.counts().bytes()).isEqualTo(server.bodies().get(0).length);
    }

    @Test
    void everyExportIsARequestOfItsOwn() throws IOException {
        OtlpSpanExporter exporter = spanExporter(settings("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"));
        exporter.export(spans.ended("a long name for the first"));
        exporter.export(spans.ended("b"));

        assertThat(server.bodies()).hasSize(2);
        ExportTraceServiceRequest second = ExportTraceServiceRequest.parseFrom(new GZIPInputStream(new ByteArrayInputStream(server.bodies().get(1))));
        assertThat(second.getResourceSpans(0).getScopeSpans(0).getSpansList()).extracting(Span::getName).containsExactly("b");
    }

    private Metric exportedHistogram(String... pairs) throws IOException {
        Settings settings = settings(pairs);
        OtlpMetricExporter exporter = OtlpExporters.metrics(OtlpSettings.of(settings, OtlpSettings.Signal.METRICS), MetricSettings.of(settings));
        try (SdkMeterProvider provider = SdkMeterProvider.builder().registerMetricReader(PeriodicMetricReader.builder(exporter).build()).build()) {
            DoubleHistogram histogram = provider.get("test").histogramBuilder("duration").build();
            histogram.record(0.5, Attributes.of(AttributeKey.stringKey("k"), "v"));
            histogram.record(1.5);
            provider.forceFlush().join(10, TimeUnit.SECONDS);
        }
        assertThat(exporter.counts().delivered()).isGreaterThanOrEqualTo(2);
        return ExportMetricsServiceRequest.parseFrom(server.bodies().get(0)).getResourceMetrics(0).getScopeMetrics(0).getMetrics(0);
    }

    @Test
    void metricsArriveCumulativeWithExplicitBuckets() throws IOException {
        Metric metric = exportedHistogram();

        assertThat(metric.getName()).isEqualTo("duration");
        assertThat(metric.getHistogram().getAggregationTemporality()).isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
        assertThat(metric.getHistogram().getDataPointsList()).hasSize(2);
    }

    @Test
    void metricsArriveInTheFormAskedFor() throws IOException {
        Metric metric = exportedHistogram(
            "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "delta",
            "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION", "base2_exponential_bucket_histogram");

        assertThat(metric.getExponentialHistogram().getAggregationTemporality()).isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
        assertThat(metric.getExponentialHistogram().getDataPointsList()).hasSize(2);
    }
}
