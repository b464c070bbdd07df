package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import java.util.Map;

/** Whatever wraps a driver, one call of the application is one span and one value. */
class JdbcPoolsTest {
    private static final String H2 = "com.h2database:h2:2.2.224";
    private static final int CALLS = 10;

    @LibraryVersions(name = "HikariCP", artifact = "com.zaxxer:HikariCP", versions = {"3.4.5", "5.1.0", "7.1.0"},
            with = H2)
    void hikari(Library pool) {
        oneSpanPerCall(pool, "hikari");
    }

    @LibraryVersions(name = "Commons DBCP", artifact = "org.apache.commons:commons-dbcp2",
            versions = {"2.1.1", "2.9.0", "2.13.0"}, with = H2)
    void dbcp2(Library pool) {
        oneSpanPerCall(pool, "dbcp2");
    }

    @LibraryVersions(name = "Tomcat JDBC pool", artifact = "org.apache.tomcat:tomcat-jdbc",
            versions = {"8.5.100", "9.0.98", "10.1.34"}, with = H2)
    void tomcat(Library pool) {
        oneSpanPerCall(pool, "tomcat");
    }

    @LibraryVersions(name = "c3p0", artifact = "com.mchange:c3p0", versions = {"0.9.5.5", "0.10.2", "0.11.2"},
            with = H2)
    void c3p0(Library pool) {
        oneSpanPerCall(pool, "c3p0");
    }

    private static void oneSpanPerCall(Library pool, String variant) {
        JavaApp app = JavaApp.of("PoolCalls",
                AppSources.compile(pool, "jdbc-pool/common", "jdbc-pool/" + variant));
        String url = "jdbc:h2:mem:pool;DB_CLOSE_DELAY=-1";
        AppProcess bare = app.run(url).expectExit(0);
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess woven = JdbcScenario.runToItsEnd(app.withAgent().exportTo(receiver),
                    receiver.received(), 2 * CALLS, url);

            woven.expectCalmAgent();
            assertThat(woven.stdout().lines()).isEqualTo(bare.stdout().lines());
            Received received = receiver.received();
            for (String table : new String[] {"INFORMATION_SCHEMA.TABLES", "INFORMATION_SCHEMA.COLUMNS"}) {
                String summary = "SELECT " + table;
                assertThat(received.spans(span -> span.name().equals(summary))).hasSize(CALLS);
                assertThat(received.count(JdbcScenario.DURATION, Map.of("db.query.summary", summary)))
                        .isEqualTo(CALLS);
            }
        }
    }
}
