package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.EmbeddedPostgres;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.OtlpRequest;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.obsagent.smoke.otlp.Signal;
import java.util.Map;

/** The whole way from a JDBC call to the backend, on each JDK that is supported. */
class EveryJdkTest {
    private static JavaApp app(Jdk jdk) {
        return JavaApp.of("JdbcCalls",
                AppSources.compile(Libraries.resolve("org.postgresql:postgresql:42.7.14"), "jdbc")).on(jdk).withAgent();
    }

    @EachJdk
    void callsArriveOverHttp(Jdk jdk) {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess app = JdbcScenario.runToItsEnd(
                    app(jdk).exportTo(receiver).env("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip")
                            .env("OTEL_EXPORTER_OTLP_HEADERS", "x-team=blue%20sky"),
                    receiver.received(), JdbcScenario.ALL_CALLS, EmbeddedPostgres.shared().jdbcUrl());

            app.expectCalmAgent();
            JdbcScenario.expectAllCalls(receiver.received(), "postgresql");
            assertThat(receiver.received().requests()).allSatisfy(request -> assertThat(request.headers())
                    .containsEntry("content-encoding", "gzip").containsEntry("x-team", "blue sky"));
            describesItsProcess(receiver.received().spans().get(0), jdk, app);
        }
    }

    @EachJdk
    void callsArriveOverGrpc(Jdk jdk) {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            JdbcScenario.runToItsEnd(app(jdk).exportOverGrpcTo(receiver), receiver.received(),
                    JdbcScenario.ALL_CALLS, EmbeddedPostgres.shared().jdbcUrl()).expectCalmAgent();

            JdbcScenario.expectAllCalls(receiver.received(), "postgresql");
            assertThat(receiver.received().requests(Signal.METRICS)).isNotEmpty()
                    .allSatisfy(request -> assertThat(request.transport()).isEqualTo(OtlpRequest.Transport.GRPC));
        }
    }

    private static void describesItsProcess(ReceivedSpan span, Jdk jdk, AppProcess app) {
        assertThat(span.resource()).containsAllEntriesOf(Map.of("service.name", "JdbcCalls",
                "process.pid", app.pid(), "telemetry.sdk.language", "java", "telemetry.distro.name", "obs-agent",
                "os.type", "linux"));
        assertThat(span.resource("process.runtime.version").toString()).startsWith(jdk.feature() + ".");
    }
}
