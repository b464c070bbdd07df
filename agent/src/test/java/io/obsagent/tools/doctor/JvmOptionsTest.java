package io.obsagent.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    private static List<String> words(Map<String, String> environment, String... command) {
        return JvmOptions.of(environment, List.of(command)).all().stream().map(option -> option.word).collect(Collectors.toList());
    }

    @Test
    void anAgentBehindTheClassPathIsFound() {
        assertThat(words(Map.of(), "java", "-cp", "app.jar:lib/*", "-javaagent:obs-agent.jar", "shop.Main", "-Dof=the.application"))
                .containsExactly("-cp", "-javaagent:obs-agent.jar");
    }

    @Test
    void argumentsOfTheApplicationAreNotTheJvms() {
        assertThat(words(Map.of(), "java", "-Xmx1g", "-jar", "app.jar", "-javaagent:other.jar")).containsExactly("-Xmx1g", "-jar");
        assertThat(words(Map.of(), "java", "-p", "mods", "-m", "shop/shop.Main", "-verbose")).containsExactly("-p", "-m");
    }

    @Test
    void variablesAreSplitAtBlanksOutsideOfQuotes() {
        assertThat(words(Map.of("JAVA_TOOL_OPTIONS", "-Da='one two'  -Db=\"three\"", "_JAVA_OPTIONS", "-Xint")))
                .containsExactly("-Da=one two", "-Db=three", "-Xint");
    }
}
