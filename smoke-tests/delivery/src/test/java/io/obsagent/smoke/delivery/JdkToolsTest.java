package io.obsagent.smoke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AgentJar;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every program of every JDK here, with the agent in JAVA_TOOL_OPTIONS and without: the same exit code and the same
 * words, but for the line that the JVM itself prints and nobody can silence. jconsole waits for a screen and is left out.
 */
class JdkToolsTest {
    private static final String PICKED_UP = "Picked up JAVA_TOOL_OPTIONS: ";

    @TestFactory
    Stream<DynamicTest> everyToolSaysTheSame() {
        return Jdks.SUPPORTED.stream().flatMap(feature -> Jdks.installed().find(feature).stream()).flatMap(jdk ->
                jdk.binaries().stream().filter(tool -> !tool.endsWith("jconsole")).map(tool ->
                        DynamicTest.dynamicTest(jdk + " " + tool.getFileName(),
                        () -> compare(tool, "--help"))));
    }

    @TestFactory
    Stream<DynamicTest> javaSaysTheSameAboutItself() {
        return Jdks.SUPPORTED.stream().flatMap(feature -> Jdks.installed().find(feature).stream()).flatMap(jdk ->
                Stream.of("-version", "--version", "-fullversion", "--list-modules", "-X").map(option ->
                        DynamicTest.dynamicTest(jdk + " java " + option, () -> compare(jdk.java(), option))));
    }

    @TestFactory
    Stream<DynamicTest> toolsAtWorkSayTheSame() {
        Jdk jdk = Jdks.current();
        Path bin = jdk.home().resolve("bin");
        return Stream.of(
                new String[] {"javap", "java.lang.Object"},
                new String[] {"jar", "--list", "--file", AgentJar.packaged().toString()},
                new String[] {"jdeps", "--list-deps", "target/test-classes"},
                new String[] {"keytool", "-list", "-cacerts", "-storepass", "changeit"})
                .map(command -> DynamicTest.dynamicTest(String.join(" ", command).replaceFirst("/.*", "..."), () ->
                        compare(bin.resolve(command[0]), List.of(command).subList(1, command.length).toArray(String[]::new))));
    }

    private static void compare(Path tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(arguments));
        // Preferences are there already: jshell tells when it is the first to make them.
        String options = "-Djava.util.prefs.userRoot=" + Files.createDirectories(Path.of("target/preferences/.java/.userPrefs"))
                .getParent().getParent().toAbsolutePath();
        Command.Result without = Command.of(command).env("JAVA_TOOL_OPTIONS", options).run();
        Command.Result with = Command.of(command)
                .env("JAVA_TOOL_OPTIONS", options + " -javaagent:" + AgentJar.packaged()).run();

        assertThat(with.exit()).as(with.toString()).isEqualTo(without.exit());
        assertThat(withoutNotice(with.output())).isEqualTo(withoutNotice(without.output()));
        assertThat(withoutNotice(with.error())).isEqualTo(withoutNotice(without.error()));
    }

    private static List<String> withoutNotice(String text) {
        return text.lines().filter(line -> !line.startsWith(PICKED_UP)).toList();
    }
}
