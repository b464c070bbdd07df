package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Reply;
import io.obsagent.smoke.otlp.Signal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the profiler's way is one line, and the application runs on. */
class ProfilerGuardsTest {
    private static final String STARTED = "profiles: async-profiler";

    @TempDir
    Path folder;

    private final OtlpReceiver receiver = OtlpReceiver.start();

    @AfterEach
    void stop() {
        receiver.close();
    }

    private JavaApp worker() {
        return WorkerProcess.profiled(receiver);
    }

    private static void endsWell(AppProcess worker) {
        worker.awaitLine("working");
        worker.closeInput().expectExit(0);
        assertThat(worker.stdout().lines()).contains("worked well");
        assertThat(worker.stderr().lines()).noneMatch(line -> line.startsWith("\tat "));
    }

    private static List<String> linesWith(AppProcess worker, String text) {
        return worker.agentLines().stream().filter(line -> line.contains(text)).toList();
    }

    @Test
    void anUnknownEventIsNamedAndTheOthersAreSampled() {
        try (AppProcess worker = worker().env("OBS_PROFILE", "gpu,cpu").start()) {
            worker.awaitErrorLine(STARTED);
            receiver.received().awaitRequests(Signal.PROFILES, 1);
            endsWell(worker);

            assertThat(linesWith(worker, " WARN ")).singleElement().asString().contains("OBS_PROFILE").contains("'gpu'");
        }
    }

    @Test
    void aServerThatIsNotThereIsNamedOnce() {
        try (AppProcess worker = worker().env("PYROSCOPE_SERVER_ADDRESS", "http://127.0.0.1:1").start()) {
            worker.awaitErrorLine("profiles not sent to http://127.0.0.1:1 (PYROSCOPE_SERVER_ADDRESS)");
            endsWell(worker);

            assertThat(linesWith(worker, " WARN ")).hasSize(1);
        }
    }

    @Test
    void aServerThatKnowsNoProfilesIsNamedOnce() {
        receiver.replyAlways(Signal.PYROSCOPE_PUSH, Reply.status(404));
        refused("HTTP 404");
    }

    @Test
    void aServerThatAnswersWithAPageIsNamedOnce() {
        byte[] page = "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8);
        receiver.replyAlways(Signal.PYROSCOPE_PUSH, Reply.garbage(page).withHeader("Content-Type", "text/html"));
        refused("is this the right endpoint?");
    }

    private void refused(String reason) {
        try (AppProcess worker = worker().env("PYROSCOPE_SERVER_ADDRESS", receiver.httpEndpoint()).start()) {
            worker.awaitErrorLine("profiles refused by " + receiver.httpEndpoint() + " (PYROSCOPE_SERVER_ADDRESS)");
            receiver.received().awaitRequests(Signal.PYROSCOPE_PUSH, 3);
            endsWell(worker);

            assertThat(linesWith(worker, " WARN ")).singleElement().asString().contains(reason);
        }
    }

    @Test
    void aFolderThatTakesNoFilesIsNamedAndOthersAreUsed() {
        try (AppProcess worker = worker().env("OBS_PROFILE_DIR", folder.resolve("missing").toString()).start()) {
            worker.awaitErrorLine(STARTED);
            receiver.received().awaitRequests(Signal.PROFILES, 1);
            endsWell(worker);

            assertThat(linesWith(worker, "obs.profile.dir")).hasSize(1);
        }
    }

    @Test
    void anotherVendorsProfilerIsLeftAlone() {
        JavaApp both = JavaApp.of("Worker", WorkerProcess.classPath())
                .withAgent(Libraries.file("io.pyroscope:agent:2.9.2"), "").withAgent().exportTo(receiver)
                .env("OBS_PROFILE", "cpu").env("OBS_PROFILE_WINDOW", "1s").env("PYROSCOPE_LOG_LEVEL", "error");
        try (AppProcess worker = both.start()) {
            worker.awaitErrorLine("profiles are off: another profiler is in this process");
            endsWell(worker);

            assertThat(linesWith(worker, " WARN ")).hasSize(1);
            assertThat(receiver.received().spans()).isNotEmpty();
        }
    }

    @Test
    void theApplicationsOwnProfilerTakesOver() {
        try (AppProcess worker = worker().start()) {
            worker.awaitErrorLine(STARTED);
            worker.send("profile").awaitLine("profiling");
            worker.awaitErrorLine("profiles are off: another profiler is in this process");
            endsWell(worker);

            assertThat(linesWith(worker, " WARN ")).hasSize(1);
        }
    }
}
