package io.obsagent.smoke.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    @Test
    void answersAnApplicationCompiledAgainstTheDriverItRunsOn() {
        Library driver = Libraries.resolve("org.postgresql:postgresql:42.7.4");
        List<Path> classPath = AppSources.compile(driver, "jdbc-probe");

        AppProcess app = JavaApp.of("JdbcProbe", classPath).run(EmbeddedPostgres.shared().jdbcUrl());

        app.expectExit(0);
        assertThat(app.stdout().lines()).containsExactly("answer 42");
    }
}
