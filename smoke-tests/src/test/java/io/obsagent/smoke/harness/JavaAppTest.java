package io.obsagent.smoke.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaAppTest {
    private final List<Path> echo = AppSources.compile(11, List.of(), "echo");

    @Test
    void talksToTheApplicationAndSeesItsEnd() {
        try (AppProcess app = JavaApp.of("Echo", echo).env("WHO", "world").property("greeting", "hello").start("!")) {
            assertThat(app.awaitLine("ready")).isEqualTo("ready");
            app.send("ping");
            assertThat(app.awaitLine("ping")).isEqualTo("hello world ping !");
            app.closeInput();
            assertThat(app.awaitExit()).isEqualTo(3);
        }
    }

    @Test
    void settingsOfTheMachineDoNotReachTheApplication() {
        AppProcess app = JavaApp.bare().jvmOption("-version").run();

        assertThat(app.expectExit(0).stderr().text()).doesNotContain("Picked up");
    }

    @Test
    void sigtermRunsShutdownHooks() {
        try (AppProcess app = JavaApp.of("Echo", echo).start()) {
            app.awaitLine("ready");
            int exit = app.terminate().awaitExit();

            assertThat(exit).isEqualTo(128 + 15);
            assertThat(app.stdout().lines()).contains("hook");
        }
    }

    @Test
    void aWrongExitCodeFailsWithTheOutput() {
        AppProcess app = JavaApp.of("Echo", echo).run();

        assertThatThrownBy(() -> app.expectExit(0)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("exit code 3").hasMessageContaining("ready");
    }

    @Test
    void aLineThatNeverComesFailsAsSoonAsTheStreamEnds() {
        AppProcess app = JavaApp.of("Echo", echo).run();

        assertThatThrownBy(() -> app.awaitLine("no such line")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("no such line");
    }

    @Test
    void findsTheJdkThatRunsTheTests() {
        int feature = Runtime.version().feature();

        assertThat(Jdks.installed().find(feature)).hasValueSatisfying(jdk -> assertThat(jdk.binaries())
                .contains(jdk.java()));
        assertThat(Jdks.installed().find(9)).isEmpty();
    }
}
