package io.obsagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The typed objects of the rooms, OTLP apart. */
class RoomsTest {
    private static Settings environment(Map<String, String> variables) {
        return Settings.of(null, Collections.emptyMap(), variables);
    }

    private static Settings nothing() {
        return environment(Collections.emptyMap());
    }

    @ParameterizedTest
    @CsvSource({"OBS_ENABLED,false,false", "OTEL_SDK_DISABLED,true,false", "OTEL_SDK_DISABLED,false,true"})
    void eitherSwitchTurnsTheAgentOff(String name, String value, boolean enabled) {
        assertThat(AgentSettings.of(environment(Map.of(name, value))).enabled).isEqualTo(enabled);
    }

    @Test
    void oneLibraryCanBeLeftAlone() {
        AgentSettings settings = AgentSettings.of(environment(Map.of("OBS_INSTRUMENTATION_SPRING_WEBMVC_ENABLED", "false")));

        assertThat(settings.instruments("spring-webmvc")).isFalse();
        assertThat(settings.instruments("jdbc")).isTrue();
    }

    @Test
    void ourLogLevelWinsAndABadOneIsInfo() {
        assertThat(AgentSettings.of(nothing()).logLevel).isEqualTo(LogLevel.INFO);
        assertThat(AgentSettings.of(environment(Map.of("OTEL_LOG_LEVEL", "warn"))).logLevel).isEqualTo(LogLevel.WARN);
        assertThat(AgentSettings.of(environment(Map.of("OTEL_LOG_LEVEL", "warn", "OBS_LOG_LEVEL", "Debug"))).logLevel).isEqualTo(LogLevel.DEBUG);
        assertThat(AgentSettings.of(environment(Map.of("OBS_LOG_LEVEL", "loud"))).logLevel).isEqualTo(LogLevel.INFO);
    }

    @Test
    void propagatorsAreDeduplicatedAndUnknownOnesLeftOut() {
        Settings settings = environment(Map.of("OTEL_PROPAGATORS", "b3multi, xray ,b3multi,ottrace"));

        assertThat(PropagationSettings.of(settings).propagators).containsExactly(Propagator.B3MULTI, Propagator.XRAY);
        assertThat(settings.warnings().lines()).containsExactly("OTEL_PROPAGATORS has 'ottrace', which is not supported: left out");
    }

    @Test
    void noPropagatorAtAllIsAChoice() {
        Settings settings = environment(Map.of("OTEL_PROPAGATORS", "none"));

        assertThat(PropagationSettings.of(settings).propagators).isEmpty();
        assertThat(settings.warnings().lines()).isEmpty();
    }

    @Test
    void onlyUnknownExportersMeansTheDefault() {
        Settings settings = environment(Map.of("OTEL_METRICS_EXPORTER", "prometheus"));

        assertThat(MetricSettings.of(settings).exporters).containsExactly(Exporter.OTLP);
        assertThat(settings.warnings().lines()).singleElement().asString().startsWith("OTEL_METRICS_EXPORTER=prometheus is");
    }

    @Test
    void severalExporters() {
        assertThat(TraceSettings.of(environment(Map.of("OTEL_TRACES_EXPORTER", "console,otlp"))).exporters)
                .containsExactly(Exporter.CONSOLE, Exporter.OTLP);
    }

    @ParameterizedTest
    @CsvSource({
        "traceidratio,0.25,TRACEIDRATIO,0.25,0",
        "parentbased_traceidratio,1e-3,PARENTBASED_TRACEIDRATIO,0.001,0",
        "traceidratio,2,TRACEIDRATIO,1,1",
        "traceidratio,NaN,TRACEIDRATIO,1,1",
        "always_off,nonsense,ALWAYS_OFF,1,0",
        "jaeger_remote,1,PARENTBASED_ALWAYS_ON,1,1",
    })
    void samplers(String sampler, String arg, SamplerKind kind, double ratio, int warnings) {
        Settings settings = environment(Map.of("OTEL_TRACES_SAMPLER", sampler, "OTEL_TRACES_SAMPLER_ARG", arg));
        TraceSettings traces = TraceSettings.of(settings);

        assertThat(traces.sampler).isEqualTo(kind);
        assertThat(traces.samplerRatio).isEqualTo(ratio);
        assertThat(settings.warnings().lines()).hasSize(warnings);
    }

    @Test
    void spanLimitsFallBackToTheGeneralOnes() {
        TraceSettings traces = TraceSettings.of(environment(Map.of("OTEL_ATTRIBUTE_COUNT_LIMIT", "10", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "20", "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "5")));

        assertThat(traces.attributeCount).isEqualTo(10);
        assertThat(traces.attributeValueLength).isEqualTo(5);
        assertThat(traces.eventCount).isEqualTo(128);
    }

    @Test
    void lengthIsUnlimitedByDefaultAndABadSpanLimitIsTheGeneralOne() {
        assertThat(TraceSettings.of(nothing()).attributeValueLength).isEqualTo(Integer.MAX_VALUE);
        Settings settings = environment(Map.of("OTEL_ATTRIBUTE_COUNT_LIMIT", "10", "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "many"));
        assertThat(TraceSettings.of(settings).attributeCount).isEqualTo(10);
        assertThat(settings.warnings().lines()).containsExactly("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT=many is not a whole number: using 10");
    }

    @Test
    void aBatchNeverExceedsTheQueue() {
        Settings settings = environment(Map.of("OTEL_BSP_MAX_QUEUE_SIZE", "100", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "200"));

        assertThat(TraceSettings.of(settings).maxExportBatchSize).isEqualTo(100);
        assertThat(settings.warnings().lines()).containsExactly("OTEL_BSP_MAX_EXPORT_BATCH_SIZE=200 is more than the queue holds: using 100");
    }

    @Test
    void metricForms() {
        MetricSettings metrics = MetricSettings.of(environment(Map.of(
                "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "LowMemory",
                "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION", "base2_exponential_bucket_histogram",
                "OTEL_METRICS_EXEMPLAR_FILTER", "always_off",
                "OTEL_METRIC_EXPORT_INTERVAL", "15s")));

        assertThat(metrics.temporality).isEqualTo(MetricSettings.Temporality.LOWMEMORY);
        assertThat(metrics.histogram).isEqualTo(MetricSettings.HistogramAggregation.BASE2_EXPONENTIAL_BUCKET_HISTOGRAM);
        assertThat(metrics.exemplars).isEqualTo(MetricSettings.ExemplarFilter.ALWAYS_OFF);
        assertThat(metrics.intervalMillis).isEqualTo(15_000);
    }

    @Test
    void theServiceNameSettingWinsOverTheAttribute() {
        ResourceSettings both = ResourceSettings.of(environment(Map.of("OTEL_SERVICE_NAME", "shop", "OTEL_RESOURCE_ATTRIBUTES", "service.name=other,team=a")));
        ResourceSettings attribute = ResourceSettings.of(environment(Map.of("OTEL_RESOURCE_ATTRIBUTES", "service.name=other")));

        assertThat(both.serviceName).isEqualTo("shop");
        assertThat(both.attributes).containsExactly(Map.entry("team", "a"));
        assertThat(attribute.serviceName).isEqualTo("other");
        assertThat(ResourceSettings.of(nothing()).serviceName).isNull();
    }

    @Test
    void capturedHeadersAreLowerCase() {
        HttpSettings http = HttpSettings.of(environment(Map.of("OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_REQUEST_HEADERS", "X-Tenant, Accept")));

        assertThat(http.serverRequestHeaders).containsExactly("x-tenant", "accept");
        assertThat(http.knownMethods).contains("GET", "QUERY");
    }

    @Test
    void capturedMessageHeadersKeepTheirCase() {
        MessagingSettings messaging = MessagingSettings.of(
                environment(Map.of("OTEL_INSTRUMENTATION_MESSAGING_EXPERIMENTAL_CAPTURE_HEADERS", "Tenant-Id, kind")));

        assertThat(messaging.capturedHeaders).containsExactly("Tenant-Id", "kind");
        assertThat(MessagingSettings.of(nothing()).capturedHeaders).isEmpty();
    }

    @Test
    void oldNamesOnlyWhenAskedFor() {
        SemconvSettings semconv = SemconvSettings.of(environment(Map.of("OTEL_SEMCONV_STABILITY_OPT_IN", "http, database/dup")));

        assertThat(semconv.oldHttpToo).isFalse();
        assertThat(semconv.oldDatabaseToo).isTrue();
    }

    @Test
    void settingsOfLogsAreCheckedAndSaidToHaveNoEffect() {
        Settings settings = environment(Map.of("OTEL_LOGS_EXPORTER", "otlp", "OTEL_BLRP_SCHEDULE_DELAY", "soon",
                "OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT", "few", "OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "pigeon"));

        LogSettings.of(settings);

        assertThat(settings.warnings().lines()).hasSize(4)
                .anyMatch(line -> line.startsWith("OTEL_LOGS_EXPORTER=otlp has no effect"))
                .anyMatch(line -> line.startsWith("OTEL_BLRP_SCHEDULE_DELAY=soon is"))
                .anyMatch(line -> line.startsWith("OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT=few is"))
                .anyMatch(line -> line.startsWith("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL=pigeon is"));
    }
}
