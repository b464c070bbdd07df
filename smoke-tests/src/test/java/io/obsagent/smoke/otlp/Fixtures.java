package io.obsagent.smoke.otlp;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;

/** Correct telemetry from the OpenTelemetry SDK, as a sender that the receiver and the contract can be tried with. */
final class Fixtures {
    static final String SCHEMA = "https://opentelemetry.io/schemas/1.44.0";
    static final List<Double> DB_BOUNDS = List.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
    private static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");

    private Fixtures() {
    }

    static Resource resource() {
        return Resource.create(Attributes.builder()
                .put("service.name", "fixture")
                .put("service.instance.id", "627cc493-f310-47de-96bd-71410b7dec09")
                .put("telemetry.sdk.name", "opentelemetry")
                .put("telemetry.sdk.language", "java")
                .put("telemetry.sdk.version", "1.67.0")
                .put("telemetry.distro.name", "fixture")
                .put("telemetry.distro.version", "1")
                .put("host.name", "here")
                .put("host.arch", "amd64")
                .put("os.type", "linux")
                .put("process.pid", 1)
                .put("process.runtime.name", "OpenJDK")
                .put("process.runtime.version", "17")
                .build(), SCHEMA);
    }

    static SdkTracerProvider tracers(SpanExporter exporter) {
        return SdkTracerProvider.builder().setResource(resource())
                .addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    }

    static void oneSpan(SdkTracerProvider tracers) {
        Tracer tracer = tracers.get("fixture");
        tracer.spanBuilder("SELECT accounts").setSpanKind(SpanKind.CLIENT)
                .setAttribute(SYSTEM, "postgresql").setAttribute(SUMMARY, "SELECT accounts").startSpan().end();
    }

    static SdkMeterProvider meters(OtlpReceiver receiver) {
        return SdkMeterProvider.builder().setResource(resource())
                .registerMetricReader(PeriodicMetricReader.create(OtlpHttpMetricExporter.builder()
                        .setEndpoint(receiver.httpEndpoint() + "/v1/metrics").build())).build();
    }

    static void record(SdkMeterProvider meters, int times) {
        DoubleHistogram histogram = meters.get("fixture")
                .histogramBuilder("db.client.operation.duration").setUnit("s")
                .setExplicitBucketBoundariesAdvice(DB_BOUNDS).build();
        for (int i = 0; i < times; i++) {
            histogram.record(0.002, Attributes.of(SYSTEM, "postgresql", SUMMARY, "SELECT accounts"));
        }
    }
}
