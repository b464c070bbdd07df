package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.ContractTerms;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Reply;
import io.obsagent.smoke.otlp.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExactCountsTest {
    private static final int THREADS = 8;
    private static final int CALLS_OF_EACH = 125_000;

    /** RED stands before sampling and before any queue: 1 % of the spans and a queue of 16 must not cost one value. */
    @Test
    void aMillionCallsAreCountedWhateverIsSampledOrDropped() {
        JavaApp app = JavaApp.of("JdbcLoad",
                AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"), "jdbc-load"));
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            receiver.terms().lift(ContractTerms.Part.WHOLE_TRACES, "the span queue is too small on purpose");
            receiver.replyAlways(Signal.TRACES, Reply.ok().delayedBy(Duration.ofMillis(200)));

            app.withAgent().exportTo(receiver)
                    .env("OTEL_TRACES_SAMPLER", "traceidratio").env("OTEL_TRACES_SAMPLER_ARG", "0.01")
                    .env("OTEL_BSP_MAX_QUEUE_SIZE", "16").env("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "8");
            long calls = (long) THREADS * CALLS_OF_EACH;
            JdbcScenario.run(app, receiver.received(), calls,
                    "jdbc:h2:mem:load;DB_CLOSE_DELAY=-1", "" + THREADS, "" + CALLS_OF_EACH)
                    .closeInput().expectExit(0);

            assertThat(receiver.received().count(JdbcScenario.DURATION)).isEqualTo(calls);
            assertThat(receiver.received().spans()).hasSizeBetween(1, THREADS * CALLS_OF_EACH / 50);
        }
    }
}
