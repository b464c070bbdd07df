package io.obsagent.smoke.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import java.nio.file.Path;

/** Runs an application of {@code src/apps/hops*}, which checks by itself what its threads work for. */
final class ProbedApp {
    private ProbedApp() {
    }

    /** Fails when a check of the application fails, or the agent complains. */
    static void check(JavaApp app, Path probeAgent) {
        app.withAgent(probeAgent, "").env("OTEL_TRACES_EXPORTER", "none").env("OTEL_METRICS_EXPORTER", "none");
        try (AppProcess process = app.start()) {
            process.awaitLine("checked");
            process.awaitErrorLine("started for");
            process.closeInput().awaitExit();

            assertThat(process.stdout().lines()).containsExactly("checked");
            process.expectExit(0).expectCalmAgent();
        }
    }
}
