package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;

/** The same calls on databases that live inside the application. */
class JdbcEmbeddedDatabasesTest {
    @LibraryVersions(name = "H2", artifact = "com.h2database:h2", versions = {"1.4.200", "2.2.224", "2.5.252"})
    void h2(Library driver) {
        sameAnswersAndOneSpanPerCall(driver, "jdbc:h2:mem:shop", "h2database");
    }

    @LibraryVersions(name = "HSQLDB", artifact = "org.hsqldb:hsqldb", versions = {"2.4.1", "2.5.2", "2.7.4"})
    void hsqldb(Library driver) {
        sameAnswersAndOneSpanPerCall(driver, "jdbc:hsqldb:mem:shop", "hsqldb");
    }

    @LibraryVersions(name = "Derby", artifact = "org.apache.derby:derby", versions = {"10.12.1.1", "10.14.2.0"})
    void derby(Library driver) {
        sameAnswersAndOneSpanPerCall(driver, "jdbc:derby:memory:shop;create=true", "derby");
    }

    @LibraryVersions(name = "SQLite JDBC", artifact = "org.xerial:sqlite-jdbc", versions = {"3.25.2", "3.42.0.1", "3.54.1.0"})
    void sqlite(Library driver) {
        sameAnswersAndOneSpanPerCall(driver, "jdbc:sqlite::memory:", "sqlite");
    }

    private static void sameAnswersAndOneSpanPerCall(Library driver, String url, String system) {
        JavaApp app = JavaApp.of("JdbcCalls", AppSources.compile(driver, "jdbc"))
                .property("derby.stream.error.file", "/dev/null");
        AppProcess bare = app.run(url).expectExit(0);
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess woven = JdbcScenario.runToItsEnd(app.withAgent().exportTo(receiver),
                    receiver.received(), JdbcScenario.ALL_CALLS, url);

            woven.expectCalmAgent();
            assertThat(woven.stdout().lines()).isEqualTo(bare.stdout().lines());
            JdbcScenario.expectAllCalls(receiver.received(), system);
            JdbcScenario.expectFailures(receiver.received());
        }
    }
}
