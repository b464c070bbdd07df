package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.OtlpRequest;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.PyroscopeSeries;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.Reply;
import io.obsagent.smoke.otlp.Signal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Profiles arrive, also when a server wants to be left alone, and when the process ends. */
class ProfileDeliveryTest {
    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final Received received = receiver.received();

    @AfterEach
    void stop() {
        receiver.close();
    }

    /** Every window goes to both servers. */
    private JavaApp worker() {
        return WorkerProcess.profiled(receiver).env("PYROSCOPE_SERVER_ADDRESS", receiver.httpEndpoint())
                .env("OTEL_EXPORTER_OTLP_PROFILES_ENDPOINT", receiver.httpEndpoint() + Signal.PROFILES.path());
    }

    /** The other server's windows, one a second, tell the time meanwhile. */
    @Test
    void aServerIsLeftAloneForAsLongAsItAsks() {
        receiver.replyNext(Signal.PYROSCOPE_PUSH, Reply.status(429).withRetryAfter("6"));
        try (AppProcess worker = worker().start()) {
            List<OtlpRequest> pushes = received.awaitRequests(Signal.PYROSCOPE_PUSH, 2);
            List<OtlpRequest> all = received.requests();
            List<OtlpRequest> between = all.subList(all.indexOf(pushes.get(0)), all.indexOf(pushes.get(1)));

            assertThat(pushes.get(1).body()).as("the same again").isEqualTo(pushes.get(0).body());
            assertThat(between.stream().filter(request -> request.signal() == Signal.PROFILES).count()).isGreaterThanOrEqualTo(3);
            worker.closeInput().expectExit(0);
        }
    }

    /** No window would be due for an hour. */
    @Test
    void theLastWindowIsSentAtTheEnd() {
        try (AppProcess worker = worker().env("OBS_PROFILE_WINDOW", "1h").start()) {
            worker.awaitErrorLine("profiles: async-profiler");
            received.awaitSpan("a sampled span", span -> span.attribute("pyroscope.profile.id") != null);
            assertThat(received.requests(Signal.PYROSCOPE_PUSH)).isEmpty();
            assertThat(received.requests(Signal.PROFILES)).isEmpty();
            worker.terminate().awaitExit();

            worker.expectCalmAgent();
            assertThat(PyroscopeSeries.of(received)).anyMatch(series -> works(series.samples()));
            assertThat(works(ProfileSample.of(received))).isTrue();
        }
    }

    private static boolean works(List<ProfileSample> samples) {
        return samples.stream().anyMatch(sample -> sample.frames().contains("Worker.work") && !sample.spanId().isEmpty());
    }
}
