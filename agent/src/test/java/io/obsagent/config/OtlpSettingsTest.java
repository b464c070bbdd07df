package io.obsagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.config.OtlpSettings.Signal;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpSettingsTest {
    private static Settings environment(Map<String, String> variables) {
        return Settings.of(null, Collections.emptyMap(), variables);
    }

    private static OtlpSettings traces(Map<String, String> variables) {
        return OtlpSettings.of(environment(variables), Signal.TRACES);
    }

    @Test
    void defaults() {
        OtlpSettings metrics = OtlpSettings.of(environment(Collections.emptyMap()), Signal.METRICS);

        assertThat(metrics.endpoint).hasToString("http://localhost:4318/v1/metrics");
        assertThat(metrics.protocol).isEqualTo(OtlpSettings.Protocol.HTTP_PROTOBUF);
        assertThat(metrics.compression).isEqualTo(OtlpSettings.Compression.NONE);
        assertThat(metrics.timeoutMillis).isEqualTo(10_000);
        assertThat(metrics.headers).isEmpty();
        assertThat(metrics.certificate).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://collector:4318,http://collector:4318/v1/traces",
        "http://collector:4318/,http://collector:4318/v1/traces",
        "https://c.example.com/my/path,https://c.example.com/my/path/v1/traces",
        "https://c.example.com/my/path/,https://c.example.com/my/path/v1/traces",
        "HTTP://otel_collector:4318,http://otel_collector:4318/v1/traces",
        "http://[::1]:4318,http://[::1]:4318/v1/traces",
        "http://[::1],http://[::1]/v1/traces",
    })
    void theCommonEndpointGetsThePathOfTheSignal(String endpoint, String expected) {
        assertThat(traces(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)).endpoint).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"http://c:1/custom,http://c:1/custom", "http://c:1,http://c:1/", "http://c:1?x=1,http://c:1/?x=1"})
    void aSignalsOwnEndpointIsUsedAsItIs(String endpoint, String expected) {
        OtlpSettings settings = traces(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://other:2", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", endpoint));

        assertThat(settings.endpoint).hasToString(expected);
        assertThat(settings.endpointSetting).isEqualTo("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "ftp://c", "http://", "http://c:port", "http://c:0", "http://c:70000", "http://a b/", "http://c/#x", "http://c:4318/a b"})
    void aBadEndpointIsNamedAndTheDefaultUsed(String endpoint) {
        Settings settings = environment(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint));

        assertThat(OtlpSettings.of(settings, Signal.TRACES).endpoint).hasToString("http://localhost:4318/v1/traces");
        assertThat(settings.warnings().lines())
                .containsExactly("OTEL_EXPORTER_OTLP_ENDPOINT=" + endpoint + " is not http(s)://host:port: using http://localhost:4318");
    }

    @Test
    void aPasswordInTheEndpointIsRefusedUnseen() {
        Settings settings = environment(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:pa55@c:4318"));
        OtlpSettings.of(settings, Signal.TRACES);

        assertThat(settings.warnings().lines())
                .containsExactly("OTEL_EXPORTER_OTLP_ENDPOINT=http://***@c:4318 is not http(s)://host:port: using http://localhost:4318");
    }

    @ParameterizedTest
    @CsvSource({
        ",,http://localhost:4317/",
        "http://c:4317,,http://c:4317/",
        "https://c:4317,true,https://c:4317/",
        "c:4317,,https://c:4317/",
        "c:4317,false,https://c:4317/",
        "c:4317,true,http://c:4317/",
    })
    void grpcEndpoints(String endpoint, String insecure, String expected) {
        Map<String, String> variables =
                Map.of(
                        "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
                        "OTEL_EXPORTER_OTLP_ENDPOINT", endpoint == null ? "" : endpoint,
                        "OTEL_EXPORTER_OTLP_INSECURE", insecure == null ? "" : insecure);

        assertThat(traces(variables).endpoint).hasToString(expected);
    }

    @Test
    void protocolsOfSignalsDiffer() {
        Map<String, String> variables = Map.of("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "grpc");

        assertThat(traces(variables).protocol).isEqualTo(OtlpSettings.Protocol.HTTP_PROTOBUF);
        assertThat(OtlpSettings.of(environment(variables), Signal.METRICS).endpoint.port).isEqualTo(4317);
    }

    @Test
    void anUnsupportedProtocolIsNamed() {
        Settings settings = environment(Map.of("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"));

        assertThat(OtlpSettings.of(settings, Signal.TRACES).protocol).isEqualTo(OtlpSettings.Protocol.HTTP_PROTOBUF);
        assertThat(settings.warnings().lines()).containsExactly("OTEL_EXPORTER_OTLP_PROTOCOL=http/json is not supported: using http/protobuf");
    }

    @Test
    void headersOfASignalReplaceTheCommonOnes() {
        Map<String, String> variables =
                Map.of("OTEL_EXPORTER_OTLP_HEADERS", "a=1,b=2", "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "Authorization=Basic%20eDp5,c=3");

        assertThat(traces(variables).headers).containsExactly(Map.entry("Authorization", "Basic eDp5"), Map.entry("c", "3"));
        assertThat(OtlpSettings.of(environment(variables), Signal.METRICS).headers).containsOnlyKeys("a", "b");
    }

    @Test
    void headersThatWouldBreakTheRequestAreLeftOutUnseen() {
        Settings settings = environment(Map.of("OTEL_EXPORTER_OTLP_HEADERS", "good=1,Content-Length=5,bad name=1,split=a%0D%0Ab"));

        assertThat(OtlpSettings.of(settings, Signal.TRACES).headers).containsOnlyKeys("good");
        assertThat(settings.warnings().lines())
                .containsExactly(
                        "OTEL_EXPORTER_OTLP_HEADERS: header 'Content-Length' is set by the agent itself: left out",
                        "OTEL_EXPORTER_OTLP_HEADERS: header '***' has characters a header cannot have: left out",
                        "OTEL_EXPORTER_OTLP_HEADERS: header 'split' has characters a header cannot have: left out");
    }

    @Test
    void timeoutMustBeSome() {
        assertThat(traces(Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "3s")).timeoutMillis).isEqualTo(3_000);
        assertThat(traces(Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "0")).timeoutMillis).isEqualTo(10_000);
    }

    @Test
    void certificatesAndCompression() {
        OtlpSettings settings =
                traces(
                        Map.of(
                                "OTEL_EXPORTER_OTLP_CERTIFICATE", "ca.pem",
                                "OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY", "key.pem",
                                "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "cert.pem",
                                "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"));

        assertThat(settings.certificate).isEqualTo("ca.pem");
        assertThat(settings.clientKey).isEqualTo("key.pem");
        assertThat(settings.clientCertificate).isEqualTo("cert.pem");
        assertThat(settings.compression).isEqualTo(OtlpSettings.Compression.GZIP);
        assertThat(settings.origin(Keys.OTLP_CLIENT_KEY)).isEqualTo("OTEL_EXPORTER_OTLP_TRACES_CLIENT_KEY");
    }
}
