package io.obsagent.smoke.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {
    @ParameterizedTest
    @ValueSource(strings = {"42.2.5", "42.7.4"})
    void answersAnApplicationCompiledAgainstTheDriverItRunsOn(String version) {
        Library driver = Libraries.resolve("org.postgresql:postgresql:" + version);
        List<Path> classPath = AppSources.compile(driver, "jdbc-probe");

        AppProcess app = JavaApp.of("JdbcProbe", classPath).run(EmbeddedPostgres.shared().jdbcUrl());

        app.expectExit(0);
        assertThat(app.stdout().lines()).containsExactly("answer 42");
        assertThat(driver.version()).isEqualTo(version);
    }
}
