package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.MetricPoint;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another agent in the same process, before this one on the command line and, under another name, after it: the
 * application does what it did, the other agent records what it would record alone, and this one leaves the traces to it
 * and still counts every call once.
 */
class OtherAgentsTest {
    private static final String URL = "jdbc:h2:mem:shop";
    private static final String DATADOG = "com.datadoghq:dd-java-agent:1.68.1";

    /** By the application without any agent. */
    private static final List<String> PRINTED = app().run(URL).expectExit(0).stdout().lines();

    @TempDir
    private Path folder;

    @Test
    void openTelemetry() throws IOException {
        leavesTheTracesTo("io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1", "OpenTelemetry",
                "db\\.statement|db\\.query\\.text");
    }

    @Test
    void datadog() throws IOException {
        leavesTheTracesTo(DATADOG, "Datadog", "h2\\.query");
    }

    @Test
    void elastic() throws IOException {
        leavesTheTracesTo("co.elastic.apm:elastic-apm-agent:1.55.1", "Elastic APM", "\\{\"span\":");
    }

    private void leavesTheTracesTo(String agent, String name, String span) throws IOException {
        Path other = Libraries.file(agent);
        Path renamed = Files.copy(other, folder.resolve("monitoring.jar"));
        int alone;
        try (OtherBackend backend = OtherBackend.start()) {
            app(backend).withAgent(other, "").run(URL).expectExit(0);
            alone = backend.count(Pattern.compile(span));
            assertThat(alone).as("spans of " + backend.paths()).isPositive();
        }
        for (boolean first : new boolean[] {true, false}) {
            try (OtherBackend backend = OtherBackend.start(); OtlpReceiver receiver = OtlpReceiver.start()) {
                JavaApp app = app(backend);
                JavaApp both = first ? withOurs(app.withAgent(other, ""), receiver)
                        : withOurs(app, receiver).withAgent(renamed, "");
                AppProcess process = both.run(URL).expectExit(0);

                assertThat(process.stdout().lines()).isEqualTo(PRINTED);
                assertThat(process.agentLines()).filteredOn(line -> line.contains(" WARN ")).singleElement().asString()
                        .contains(name + " agent is in this process too: metrics and profiles only");
                assertThat(receiver.received().spans()).isEmpty();
                expectEveryCallOnce(receiver);
                assertThat(backend.count(Pattern.compile(span))).isEqualTo(alone);
            }
        }
    }

    /** It records no traces, so ours stay on; two profilers would take each other's signals, so ours stay off. */
    @Test
    void pyroscope() throws IOException {
        Path other = Libraries.file("io.pyroscope:agent:2.9.2");
        for (boolean first : new boolean[] {true, false}) {
            try (OtherBackend backend = OtherBackend.start(); OtlpReceiver receiver = OtlpReceiver.start()) {
                JavaApp app = app(backend).env("PYROSCOPE_SERVER_ADDRESS", backend.url());
                JavaApp both = first ? withOurs(app.withAgent(other, ""), receiver)
                        : withOurs(app, receiver).withAgent(other, "");
                AppProcess process = JdbcScenario.runToItsEnd(both, receiver.received(), JdbcScenario.ALL_CALLS, URL);

                assertThat(process.stdout().lines()).isEqualTo(PRINTED);
                assertThat(process.agentLines()).filteredOn(line -> line.contains(" WARN ")).singleElement().asString()
                        .contains("profiles are off: another profiler is in this process");
                JdbcScenario.expectAllCalls(receiver.received(), "h2database");
            }
        }
    }

    @Test
    void bothTraceWhenToldTo() throws IOException {
        try (OtherBackend backend = OtherBackend.start(); OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess process = withOurs(app(backend), receiver, ",obs.other-agent.traces=true")
                    .withAgent(Libraries.file(DATADOG), "").run(URL).expectExit(0);

            assertThat(process.agentLines()).anyMatch(line -> line.contains("Datadog agent is in this process too: both"));
            JdbcScenario.expectAllCalls(receiver.received(), "h2database");
        }
    }

    /** The variables speak to the other agents; ours is told by its arguments, which win. */
    private static JavaApp app(OtherBackend backend) {
        return app().env("OTEL_EXPORTER_OTLP_ENDPOINT", backend.url()).env("OTEL_METRICS_EXPORTER", "none")
                .env("OTEL_LOGS_EXPORTER", "none")
                .env("DD_TRACE_AGENT_URL", backend.url()).env("DD_INSTRUMENTATION_TELEMETRY_ENABLED", "false")
                .env("ELASTIC_APM_SERVER_URL", backend.url()).env("ELASTIC_APM_LOG_LEVEL", "OFF")
                .env("ELASTIC_APM_TRACE_METHODS", "JdbcCalls#*").env("ELASTIC_APM_SPAN_COMPRESSION_ENABLED", "false");
    }

    private static JavaApp app() {
        return JavaApp.of("JdbcCalls", AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"), "jdbc"));
    }

    private static JavaApp withOurs(JavaApp app, OtlpReceiver receiver) {
        return withOurs(app, receiver, "");
    }

    private static JavaApp withOurs(JavaApp app, OtlpReceiver receiver, String more) {
        return app.withAgent("otel.exporter.otlp.endpoint=" + receiver.httpEndpoint()
                + ",otel.metrics.exporter=otlp,otel.metric.export.interval=500,otel.bsp.schedule.delay=100" + more);
    }

    /** No call is missing, none is there twice, and what the other agent sends to its backend is no call. */
    private static void expectEveryCallOnce(OtlpReceiver receiver) {
        JdbcScenario.CALLS.forEach((summary, calls) -> assertThat(receiver.received().count(JdbcScenario.DURATION,
                Map.of("db.query.summary", summary))).as(summary).isEqualTo(calls));
        Set<String> names = receiver.received().points().stream().map(MetricPoint::name).collect(Collectors.toSet());
        assertThat(names).allMatch(metric -> metric.startsWith("db.client."));
    }
}
