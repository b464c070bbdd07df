package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.Reply;
import io.obsagent.smoke.otlp.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application starts, works and ends whatever the profiler's start does. */
class ProfilerStartTest {
    /** Two seconds for profiles, five for the rest; then some for a busy machine. */
    private static final Duration EXIT_PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final OtlpReceiver receiver = OtlpReceiver.start();

    @AfterEach
    void stop() {
        receiver.close();
    }

    private void worksAndEnds(AppProcess worker) {
        worker.awaitLine("working");
        receiver.received().awaitSpans(10);
        assertThat(worker.closeInput().awaitExit(EXIT_PATIENCE)).isZero();
        assertThat(worker.stdout().lines()).contains("worked well");
        assertThat(worker.stderr().lines()).noneMatch(line -> line.startsWith("\tat "));
    }

    @EachJdk(from = 17)
    void itStartsWithoutAnythingOnTheErrorOutputButItsLines(Jdk jdk) {
        try (AppProcess worker = WorkerProcess.profiled(receiver).on(jdk).env("OBS_PROFILE", "cpu,wall,alloc,lock,live").start()) {
            worker.awaitErrorLine("profiles: async-profiler");
            worksAndEnds(worker);
            worker.expectCalmAgent();

            assertThat(worker.stderr().lines()).isEqualTo(worker.agentLines());
        }
    }

    /** Nobody writes into the pipe that random numbers are to come from, and files of unguessable name need one. */
    @Test
    void aStartThatHangsHoldsUpNothing() throws Exception {
        Path entropy = folder.resolve("entropy");
        assertThat(new ProcessBuilder("mkfifo", entropy.toString()).start().waitFor()).isZero();
        try (AppProcess worker = WorkerProcess.profiled(receiver).property("java.security.egd", "file:" + entropy).start()) {
            worksAndEnds(worker);

            assertThat(worker.stderr().lines()).noneMatch(line -> line.contains("profiles: "));
            assertThat(receiver.received().requests(Signal.PROFILES)).isEmpty();
        }
    }

    @Test
    void aServerThatNeverAnswersHoldsUpNothing() {
        receiver.replyAlways(Signal.PYROSCOPE_PUSH, Reply.never()).replyAlways(Signal.PROFILES, Reply.never());
        JavaApp app = WorkerProcess.profiled(receiver).env("PYROSCOPE_SERVER_ADDRESS", receiver.httpEndpoint())
                .env("OTEL_EXPORTER_OTLP_PROFILES_ENDPOINT", receiver.httpEndpoint() + Signal.PROFILES.path());
        try (AppProcess worker = app.start()) {
            receiver.received().awaitRequests(Signal.PYROSCOPE_PUSH, 1);
            receiver.received().awaitRequests(Signal.PROFILES, 1);
            worksAndEnds(worker);
        }
    }

    /**
     * The signal that the profiler's timers send is blocked from the outside, so that no CPU sample is ever taken; and
     * allocations so far apart that the self-test, which allocates next to nothing, does not meet one of those.
     */
    @Test
    void withoutSamplesInTheSelfTestProfilesGoOnWithoutLinks() throws IOException {
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\nexec env --block-signal=PROF " + Jdks.current().java() + " \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        try (AppProcess worker = WorkerProcess.profiled(receiver).program(java).env("OBS_PROFILE", "cpu,alloc:512k").start()) {
            worker.awaitErrorLine("profiles: async-profiler");
            receiver.received().await("a sampled allocation", () -> ProfileSample.of(receiver.received()).stream()
                    .filter(sample -> sample.type().startsWith("alloc")).findFirst());
            worksAndEnds(worker);
            worker.expectCalmAgent();

            assertThat(worker.agentLines()).filteredOn(line -> line.contains("profiles")).singleElement().asString()
                    .contains("not tied to spans because the self-test found no sample");
            assertThat(ProfileSample.of(receiver.received())).isNotEmpty().allMatch(sample -> sample.spanId().isEmpty());
            assertThat(receiver.received().spans()).allMatch(span -> Optional.ofNullable(span.attribute("pyroscope.profile.id")).isEmpty());
        }
    }
}
