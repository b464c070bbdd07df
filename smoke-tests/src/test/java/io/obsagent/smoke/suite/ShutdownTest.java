package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.EmbeddedPostgres;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.ContractTerms;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Reply;
import io.obsagent.smoke.otlp.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was measured arrives when the process ends, and no backend keeps a process from ending (faults F1, F17, F18). */
class ShutdownTest {
    /** Exit with a dead backend may take this much longer than without an agent: the flush deadline and some scheduling. */
    private static final Duration EXIT_PATIENCE = Duration.ofSeconds(30);

    private final JavaApp app = JavaApp.of("JdbcCalls",
            AppSources.compile(Libraries.resolve("org.postgresql:postgresql:42.7.14"), "jdbc")).withAgent();
    private final String url = EmbeddedPostgres.shared().jdbcUrl();

    /** Nothing is sent before the end, so that what arrives was flushed. */
    private JavaApp lazilyTo(OtlpReceiver receiver) {
        return app.exportTo(receiver).env("OTEL_BSP_SCHEDULE_DELAY", "600000")
                .env("OTEL_METRIC_EXPORT_INTERVAL", "600000");
    }

    @Test
    void sigtermFlushes() {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess process = lazilyTo(receiver).start(url, "wait")) {
            process.awaitLine("done");
            assertThat(receiver.received().requests()).isEmpty();
            assertThat(process.terminate().awaitExit()).isEqualTo(128 + 15);

            JdbcScenario.expectAllCalls(receiver.received(), "postgresql");
            process.expectCalmAgent();
        }
    }

    @Test
    void theLastThreadsEndFlushes() {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            lazilyTo(receiver).run(url).expectExit(0);

            JdbcScenario.expectAllCalls(receiver.received(), "postgresql");
        }
    }

    @Test
    void aBackendThatIsNeverUpIsOneLine() {
        AppProcess process = app.exportTo("http://localhost:1", "http/protobuf").start(url);

        assertThat(process.awaitExit(EXIT_PATIENCE)).isZero();
        assertThat(process.stdout().lines()).endsWith("done");
        assertThat(process.agentLines().stream().filter(line -> line.contains("WARN"))).hasSizeBetween(1, 2);
    }

    @Test
    void aBackendThatNeverAnswersDelaysTheEndByTheDeadlineOnly() {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            receiver.terms().lift(ContractTerms.Part.WHOLE_TRACES, "nothing is ever accepted");
            receiver.replyAlways(Signal.TRACES, Reply.never()).replyAlways(Signal.METRICS, Reply.never());
            AppProcess process = lazilyTo(receiver).start(url);
            process.awaitLine("done");

            assertThat(process.awaitExit(EXIT_PATIENCE)).isZero();
        }
    }
}
