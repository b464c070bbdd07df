package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obsagent.smoke.delivery.app.App;
import io.obsagent.smoke.harness.AgentJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the JVM does before any code of an agent can run. docs/delivery.md and the doctor quote these messages; when a
 * JVM words them differently, both have to follow.
 */
class JvmBehaviourTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");

    @Test
    void aMissingJarEndsTheJvm() throws Exception {
        Command.Result result = java(JAVA, "-javaagent:/missing.jar");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output() + result.error()).contains("Error opening zip file or JAR manifest missing");
    }

    @Test
    void anUnreadableJarEndsTheJvm(@TempDir Path folder) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")) && Command.find("setpriv").isPresent(),
                "changing the user needs root and setpriv");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path jar = Files.copy(AgentJar.packaged(), folder.resolve("agent.jar"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-------"));
        Command.Result result = Command.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", JAVA.toString(),
                "-version").env("JAVA_TOOL_OPTIONS", "-javaagent:" + jar).run();

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output() + result.error()).contains("Error opening zip file or JAR manifest missing");
    }

    @Test
    void aRunTimeImageWithoutJavaInstrumentEndsTheJvm() throws Exception {
        Path jvm = Jlink.image("jvm-base", "java.base");
        Command.Result result = java(jvm.resolve("bin/java"), "-javaagent:" + AgentJar.packaged());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output() + result.error()).contains("Module java.instrument may be missing from runtime image");
    }

    @Test
    void theSelfReferenceOfKubernetesEndsTheJvm() throws Exception {
        Command.Result result = java(JAVA, "$(JAVA_TOOL_OPTIONS) -javaagent:" + AgentJar.packaged());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.error()).contains("Unrecognized option: $(JAVA_TOOL_OPTIONS)");
    }

    @Test
    void anArgumentFileEndsTheJvm() throws Exception {
        assertThat(java(JAVA, "@options").error()).contains("Unrecognized option: @options");
    }

    @Test
    void aQuoteThatDoesNotEndEndsTheJvm() throws Exception {
        Command.Result result = java(JAVA, "-Da='b");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output() + result.error()).contains("Unmatched quote in JAVA_TOOL_OPTIONS");
    }

    @Test
    void anUnknownFlagEndsTheJvmUnlessForgiven() throws Exception {
        assertThat(java(JAVA, "-XX:+NoSuchFlag").exit()).isEqualTo(1);
        assertThat(java(JAVA, "-XX:+IgnoreUnrecognizedVMOptions -XX:+NoSuchFlag").exit()).isZero();
    }

    @Test
    void theKillSwitchNeedsItsFileAndAnEmptyOneIsFine(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("jvm-options"));

        assertThat(java(JAVA, "-XX:VMOptionsFile=" + file).output().lines()).contains("agent=false");
        Files.writeString(file, "-javaagent:" + AgentJar.packaged() + "\n");
        assertThat(java(JAVA, "-XX:VMOptionsFile=" + file).output().lines()).contains("agent=true");
        Files.delete(file);
        assertThat(java(JAVA, "-XX:VMOptionsFile=" + file).exit()).isEqualTo(1);
    }

    @Test
    void aSmallRunTimeImageIsEnough() throws Exception {
        Path jvm = Jlink.image("jvm", AppImage.MODULES);
        Command.Result result = java(jvm.resolve("bin/java"), "-javaagent:" + AgentJar.packaged());

        assertThat(result.exit()).isZero();
        assertThat(result.output().lines()).contains("agent=true");
        assertThat(result.error()).doesNotContain("could not start", "NoClassDefFoundError");
    }

    private static Command.Result java(Path java, String options) throws Exception {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", "target/test-classes", App.class.getName()));
        return Command.of(command).env("JAVA_TOOL_OPTIONS", options).run();
    }
}
