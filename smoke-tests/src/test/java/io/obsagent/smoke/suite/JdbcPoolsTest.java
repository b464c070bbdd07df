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

/** Whatever wraps a driver, one call of the application is one span and one value; and what a pool tells of itself. */
class JdbcPoolsTest {
    private static final String H2 = "com.h2database:h2:2.2.224";
    private static final int CALLS = 10;

    /** As the application sets its pools up. */
    private static final int SIZE = 3;
    /** Long enough for several exports of metrics while somebody waits. */
    private static final String PATIENCE_MILLIS = "2500";
    private static final String POOL = "org.example:name=shop";

    private static final String POOL_NAME = "db.client.connection.pool.name";
    private static final String COUNT_USED = "count used";
    private static final String COUNT_IDLE = "count idle";

    @LibraryVersions(name = "HikariCP", artifact = "com.zaxxer:HikariCP", versions = {"3.4.5", "5.1.0", "7.1.0"},
            with = H2)
    void hikari(Library pool) {
        countsCallsAndConnections(pool, "hikari");
    }

    @LibraryVersions(name = "Commons DBCP", artifact = "org.apache.commons:commons-dbcp2",
            versions = {"2.1.1", "2.9.0", "2.13.0"}, with = H2)
    void dbcp2(Library pool) {
        countsCallsAndConnections(pool, "dbcp2");
    }

    @LibraryVersions(name = "Tomcat JDBC pool", artifact = "org.apache.tomcat:tomcat-jdbc",
            versions = {"8.5.100", "9.0.98", "10.1.34"}, with = H2)
    void tomcat(Library pool) {
        countsCallsAndConnections(pool, "tomcat");
    }

    @LibraryVersions(name = "c3p0", artifact = "com.mchange:c3p0", versions = {"0.9.5.5", "0.10.2", "0.11.2"},
            with = H2)
    void c3p0(Library pool) {
        countsCallsAndConnections(pool, "c3p0");
    }

    private static void countsCallsAndConnections(Library pool, String variant) {
        JavaApp app = JavaApp.of("PoolCalls",
                AppSources.compile(pool, "jdbc-pool/common", "jdbc-pool/" + variant));
        String url = "jdbc:h2:mem:pool;DB_CLOSE_DELAY=-1";
        AppProcess bare = app.run(url, "1500").expectExit(0);
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess woven = app.withAgent().exportTo(receiver).start(url, PATIENCE_MILLIS)) {
            Received received = receiver.received();
            woven.awaitLine("two lent");
            expectNumbers(received, Map.of(COUNT_USED, 2, COUNT_IDLE, 1, "max", SIZE, "idle.min", SIZE));
            woven.send("").awaitLine("all lent");
            if (!variant.equals("dbcp2")) {
                expectNumbers(received, Map.of("pending_requests", 1));
            }
            woven.awaitLine("all back");
            expectNumbers(received, Map.of(COUNT_USED, 0, COUNT_IDLE, SIZE, "timeouts", 1));
            expectDurations(received);
            received.awaitSpans(2 * CALLS);
            woven.closeInput().expectExit(0).expectCalmAgent();

            assertThat(woven.stdout().lines()).isEqualTo(bare.stdout().lines());
            expectOneSpanPerCall(received);
        }
    }

    /** Waits until each metric of the pool has this value. */
    private static void expectNumbers(Received received, Map<String, Integer> numbers) {
        numbers.forEach((metric, number) -> {
            String[] nameAndState = metric.split(" ");
            received.awaitMetric("db.client.connection." + nameAndState[0], point -> POOL.equals(point.attribute(POOL_NAME))
                    && (nameAndState.length == 1 || nameAndState[1].equals(point.attribute("db.client.connection.state")))
                    && point.value() == number);
        });
    }

    /** Every loan has waited and was used; what the pool opened is told under its own name and no other. */
    private static void expectDurations(Received received) {
        for (String metric : new String[] {"wait_time", "use_time"}) {
            received.awaitCount("db.client.connection." + metric, Map.of(POOL_NAME, POOL), CALLS + SIZE);
            assertThat(received.count("db.client.connection." + metric)).as(metric).isEqualTo(CALLS + SIZE);
        }
        assertThat(received.latest("db.client.connection.create_time")).singleElement().satisfies(point -> {
            assertThat(point.attribute(POOL_NAME)).isEqualTo(POOL);
            assertThat(point.count()).as("DBCP opens one as a trial").isBetween((long) SIZE, SIZE + 1L);
        });
    }

    /** And none for what a pool does: lending is no call of a database. */
    private static void expectOneSpanPerCall(Received received) {
        assertThat(received.spans()).hasSize(2 * CALLS);
        for (String table : new String[] {"INFORMATION_SCHEMA.TABLES", "INFORMATION_SCHEMA.COLUMNS"}) {
            String summary = "SELECT " + table;
            assertThat(received.spans(span -> span.name().equals(summary))).hasSize(CALLS);
            assertThat(received.count(JdbcScenario.DURATION, Map.of("db.query.summary", summary))).isEqualTo(CALLS);
        }
    }
}
