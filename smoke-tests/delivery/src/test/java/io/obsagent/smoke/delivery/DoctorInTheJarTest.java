package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AgentJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The doctor as people call it, on JVMs that jlink made. */
class DoctorInTheJarTest {
    private static final String VARIABLE = "JAVA_TOOL_OPTIONS=-javaagent:/obs-agent/javaagent.jar";

    @Test
    void predictsTheJvmThatWillNotStart() throws Exception {
        Command.Result result = doctor("--rootfs", Jlink.image("jvm-base", "java.base").toString(), "--env", VARIABLE);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.output()).contains("java.instrument is missing");
    }

    @Test
    void letsTheJvmPassThatWill() throws Exception {
        Command.Result result = doctor("--rootfs", Jlink.image("jvm", AppImage.MODULES).toString(), "--env", VARIABLE);

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.output()).contains("java.instrument and all that the agent uses",
                "fine if an init container or a volume brings it");
    }

    @Test
    void wrongArgumentsHaveTheirOwnExitCode() throws Exception {
        assertThat(doctor("--nonsense").exit()).isEqualTo(3);
    }

    private static Command.Result doctor(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar", AgentJar.packaged().toString(), "doctor"));
        command.addAll(List.of(arguments));
        return Command.of(command).run();
    }
}
