package io.obsagent.smoke.contract;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Arrays;
import java.util.List;

/** Telemetry that keeps the contract, in builders that a test spoils in one point. */
final class Samples {
    static final String SCHEMA = "https://opentelemetry.io/schemas/1.44.0";

    private static final InstrumentationScope SCOPE =
            InstrumentationScope.newBuilder().setName("io.obsagent.jdbc").build();

    private Samples() {
    }

    static KeyValue text(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }

    static KeyValue number(String key, long value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setIntValue(value)).build();
    }

    static KeyValue flag(String key, boolean value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setBoolValue(value)).build();
    }

    static ByteString id(int bytes, int seed) {
        byte[] id = new byte[bytes];
        Arrays.fill(id, (byte) seed);
        return ByteString.copyFrom(id);
    }

    static Resource.Builder resource() {
        return Resource.newBuilder().addAllAttributes(List.of(
                text("service.name", "shop"), text("service.instance.id", "627cc493-f310-47de-96bd-71410b7dec09"),
                text("telemetry.sdk.name", "opentelemetry"), text("telemetry.sdk.language", "java"),
                text("telemetry.sdk.version", "1.67.0"), text("telemetry.distro.name", "obs-agent"),
                text("telemetry.distro.version", "1.0.0"), text("host.name", "here"), text("host.arch", "amd64"),
                text("os.type", "linux"), number("process.pid", 4711),
                text("process.runtime.name", "OpenJDK Runtime Environment"),
                text("process.runtime.version", "17.0.15")));
    }

    private static Span.Builder span(String name, Span.SpanKind kind) {
        return Span.newBuilder().setName(name).setKind(kind).setTraceId(id(16, 1)).setSpanId(id(8, 2))
                .setStartTimeUnixNano(1_000).setEndTimeUnixNano(2_000);
    }

    static Span.Builder sql() {
        return span("SELECT accounts", Span.SpanKind.SPAN_KIND_CLIENT).addAllAttributes(List.of(
                text("db.system.name", "postgresql"), text("db.namespace", "shop"),
                text("db.query.summary", "SELECT accounts"),
                text("db.query.text", "select * from accounts where id = ? and \"Col 2\" = $1"),
                text("server.address", "localhost"), number("server.port", 5432)));
    }

    static Span.Builder httpServer() {
        return span("GET /users/{id}", Span.SpanKind.SPAN_KIND_SERVER).addAllAttributes(List.of(
                text("http.request.method", "GET"), text("http.route", "/users/{id}"), text("url.path", "/users/7"),
                text("url.scheme", "http"), number("http.response.status_code", 200),
                text("network.protocol.version", "1.1"), text("server.address", "shop"), number("server.port", 80)));
    }

    static Span.Builder httpClient() {
        return span("GET", Span.SpanKind.SPAN_KIND_CLIENT).addAllAttributes(List.of(
                text("http.request.method", "GET"), number("http.response.status_code", 200),
                text("url.full", "http://REDACTED:REDACTED@shop/users?sig=REDACTED&q=1"),
                text("server.address", "shop"), number("server.port", 80)));
    }

    static Span.Builder publish() {
        return span("publish orders:new", Span.SpanKind.SPAN_KIND_PRODUCER).addAllAttributes(List.of(
                text("messaging.system", "rabbitmq"), text("messaging.operation.name", "publish"),
                text("messaging.operation.type", "send"), text("messaging.destination.name", "orders:new"),
                text("messaging.rabbitmq.destination.routing_key", "new")));
    }

    static HistogramDataPoint.Builder point() {
        return HistogramDataPoint.newBuilder().setStartTimeUnixNano(500).setTimeUnixNano(3_000).setCount(3)
                .setSum(0.012).addAllExplicitBounds(List.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0))
                .addAllBucketCounts(List.of(0L, 3L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L))
                .addAllAttributes(List.of(text("db.system.name", "postgresql"), text("db.namespace", "shop"),
                        text("db.query.summary", "SELECT accounts"), text("server.address", "localhost"),
                        number("server.port", 5432)));
    }

    static Metric.Builder metric(HistogramDataPoint.Builder... points) {
        Histogram.Builder histogram = Histogram.newBuilder()
                .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
        for (HistogramDataPoint.Builder point : points) {
            histogram.addDataPoints(point);
        }
        return Metric.newBuilder().setName("db.client.operation.duration").setUnit("s").setHistogram(histogram);
    }

    static ExportTraceServiceRequest request(Span.Builder... spans) {
        return request(resource(), spans);
    }

    static ExportTraceServiceRequest request(Resource.Builder resource, Span.Builder... spans) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder().setScope(SCOPE).setSchemaUrl(SCHEMA);
        for (Span.Builder span : spans) {
            scope.addSpans(span);
        }
        return ExportTraceServiceRequest.newBuilder().addResourceSpans(
                ResourceSpans.newBuilder().setResource(resource).addScopeSpans(scope)).build();
    }

    static ExportMetricsServiceRequest request(Metric.Builder metric) {
        return ExportMetricsServiceRequest.newBuilder().addResourceMetrics(
                ResourceMetrics.newBuilder().setResource(resource()).addScopeMetrics(
                        ScopeMetrics.newBuilder().setScope(SCOPE).setSchemaUrl(SCHEMA).addMetrics(metric))).build();
    }
}
