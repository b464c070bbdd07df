package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers whose folders run no library, or take no files: a name space of mounts for each JVM. */
class ProfilerFoldersTest {
    private static final String EVERYWHERE = "/tmp /var/tmp /dev/shm";

    @TempDir
    Path folder;

    @BeforeAll
    static void mountsAreOurs() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/unshare")) && new ProcessBuilder("unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/tmp")
                .start().waitFor() == 0, "SKIPPED: mounting needs root and unshare");
    }

    /** Starts the worker where an empty file system with these options lies over each of these folders. */
    private AppProcess worker(OtlpReceiver receiver, String folders, String options) throws IOException {
        Path java = folder.resolve("java");
        Files.writeString(java, String.join("\n", "#!/bin/sh", "exec unshare -m sh -c '"
                + "for f in " + folders + "; do mount -t tmpfs -o " + options + " tmpfs $f || exit 9; done; cd / && exec \"$0\" \"$@\"' "
                + Jdks.current().java() + " \"$@\"", ""));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return WorkerProcess.profiled(receiver).program(java).property("user.home", "/tmp").property("user.dir", "/tmp").start();
    }

    private static void endsWell(AppProcess worker) {
        worker.closeInput().expectExit(0);
        assertThat(worker.stdout().lines()).contains("worked well");
    }

    @Test
    void whereTheTemporaryFolderRunsNothingAnotherFolderDoes() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess worker = worker(receiver, "/tmp", "noexec")) {
            worker.awaitErrorLine("profiles: async-profiler");
            receiver.received().awaitRequests(Signal.PROFILES, 1);
            endsWell(worker);
            worker.expectCalmAgent();
        }
    }

    @Test
    void whereNoFolderRunsALibraryTheFlightRecorderSamples() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess worker = worker(receiver, EVERYWHERE, "noexec")) {
            worker.awaitErrorLine("profiles: JDK Flight Recorder");
            receiver.received().await("a sample of a span",
                    () -> ProfileSample.of(receiver.received()).stream().filter(sample -> !sample.spanId().isEmpty()).findFirst());
            endsWell(worker);
            worker.expectCalmAgent();

            assertThat(worker.agentLines()).filteredOn(line -> line.contains("async-profiler")).singleElement().asString()
                    .contains("flight recorder takes its place").contains("obs.profile.dir");
        }
    }

    @Test
    void whereNothingCanBeWrittenProfilesAreOff() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess worker = worker(receiver, EVERYWHERE, "ro")) {
            worker.awaitErrorLine("profiles are off: ");
            receiver.received().awaitSpans(1);
            endsWell(worker);

            assertThat(worker.agentLines()).filteredOn(line -> line.contains(" WARN ")).singleElement().asString()
                    .contains("profiles are off");
        }
    }
}
