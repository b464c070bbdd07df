package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that end within the first minute of the profiler: those that crash keep it off, those that are killed do not. */
class ProfilerCrashTest {
    private static final String STARTED = "profiles: async-profiler";

    @TempDir
    Path folder;

    private final OtlpReceiver receiver = OtlpReceiver.start();

    @AfterEach
    void stop() {
        receiver.close();
    }

    /** A service of its own, so that its deaths are nobody else's. */
    private JavaApp mortal() {
        return WorkerProcess.profiled(receiver).env("OTEL_SERVICE_NAME", "mortal").env("OBS_PROFILE_DIR", folder.toString())
                .in(folder).jvmOption("-XX:-CreateCoredumpOnCrash");
    }

    private static void endsWell(AppProcess worker) {
        worker.awaitLine("working");
        worker.closeInput().expectExit(0);
        assertThat(worker.stdout().lines()).contains("worked well");
    }

    private void isOffAfterTwo(Runnable death) {
        death.run();
        try (AppProcess worker = mortal().start()) {
            worker.awaitErrorLine(STARTED);
            endsWell(worker);
        }
        death.run();
        try (AppProcess worker = mortal().start()) {
            worker.awaitErrorLine("profiles are off: this service crashed twice");
            endsWell(worker);

            assertThat(worker.agentLines()).noneMatch(line -> line.contains(STARTED));
            assertThat(worker.agentLines()).filteredOn(line -> line.contains(" WARN ")).singleElement().asString()
                    .contains("delete " + folder);
        }
    }

    private List<String> markers() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("obs-agent-profiler-")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void afterTwoCrashesTheProfilerStaysOff() {
        isOffAfterTwo(() -> {
            try (AppProcess worker = mortal().start()) {
                worker.awaitErrorLine(STARTED);
                assertThat(worker.crash().awaitExit()).isNotZero();
                assertThat(folder.resolve("hs_err_pid" + worker.pid() + ".log")).exists();
            }
        });
    }

    @Test
    void theReportIsFoundWhereTheJvmWasToldToLeaveIt() {
        isOffAfterTwo(() -> {
            try (AppProcess worker = mortal().jvmOption("-XX:ErrorFile=reports-%p.txt").start()) {
                worker.awaitErrorLine(STARTED);
                assertThat(worker.crash().awaitExit()).isNotZero();
                assertThat(folder.resolve("reports-" + worker.pid() + ".txt")).exists();
            }
        });
    }

    @Test
    void killsDoNotCount() {
        for (int life = 0; life < 3; life++) {
            try (AppProcess worker = mortal().start()) {
                worker.awaitErrorLine(STARTED);
                assertThat(markers()).hasSize(1);
                worker.kill().awaitExit();
            }
        }
        try (AppProcess worker = mortal().start()) {
            worker.awaitErrorLine(STARTED);
            endsWell(worker);
            worker.expectCalmAgent();
            assertThat(markers()).isEmpty();
        }
    }

    @Test
    void aTerminatedJvmLeavesNothing() {
        try (AppProcess worker = mortal().start()) {
            worker.awaitErrorLine(STARTED);
            assertThat(markers()).hasSize(1);
            worker.terminate().awaitExit();
            assertThat(markers()).isEmpty();
        }
    }

    /** No signal of the profiler arrives, so that its trial takes seconds; whoever dies then may have died of it. */
    @Test
    void aDeathBeforeTheFirstSamplesCountsWithoutReport() throws IOException {
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\nexec env --block-signal=PROF " + Jdks.current().java() + " \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        isOffAfterTwo(() -> {
            try (AppProcess worker = mortal().program(java).start()) {
                String trial = "-" + worker.pid() + "-";
                while (worker.isAlive() && markers().stream().noneMatch(marker -> marker.contains(trial))) {
                    LockSupport.parkNanos(1_000_000);
                }
                worker.kill().awaitExit();
            }
        });
    }
}
