package io.obsagent.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The doctor at a running JVM, and the mount table it reads there. */
@EnabledOnOs(OS.LINUX)
class ProcessTest {
    @Test
    void readsEnvironmentCommandAndJvmOfAProcess() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin/java");
        ProcessBuilder builder = new ProcessBuilder(java.toString(), "-Dsome.password=hunter2", "-cp",
                System.getProperty("java.class.path"), Waiting.class.getName());
        builder.environment().put("OBS_ENABLED", "false");
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC");
        Process process = builder.redirectErrorStream(true).start();
        try {
            assertThat(process.getInputStream().read()).as("the JVM runs").isPositive();
            DoctorRun run = new DoctorRun("--pid", Long.toString(process.pid()), "--offline");

            assertThat(run.err).isEmpty();
            assertThat(run.out).contains("process " + process.pid(), "ok JVM: Java " + System.getProperty("java.version"),
                    "the command line: holds a secret (some.password); ps shows it", "-XX:+UseSerialGC reaches",
                    "obs-agent: is not given to this process", "settings: switch the agent off").doesNotContain("hunter2");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aProcessThatIsGoneIsNamed() throws Exception {
        Path gone = Path.of("/proc/4194305");
        assumeTrue(!Files.exists(gone), "a process has the highest number");

        assertThat(new DoctorRun("--pid", "4194305").err).contains("no process 4194305");
    }

    @Test
    void theLongestMountPointCounts(@TempDir Path folder) throws Exception {
        Path table = Files.write(folder.resolve("mounts"), Arrays.asList(
                "overlay / overlay ro,relatime 0 0",
                "tmpfs /tmp tmpfs rw,nosuid,noexec 0 0",
                "/dev/sda /tmp/deep ext4 rw 0 0"));
        Mounts mounts = Mounts.read(table);

        assertThat(mounts.has("/var/tmp", "ro")).isTrue();
        assertThat(mounts.has("/tmp", "noexec")).isTrue();
        assertThat(mounts.has("/tmp/deep/er", "noexec")).isFalse();
        assertThat(mounts.has("/tmpfoo", "noexec")).isFalse();
    }

    /** Says that it runs and waits for the end of its input. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println("ready");
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
