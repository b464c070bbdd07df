package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.EmbeddedMariaDb;
import io.obsagent.smoke.harness.EmbeddedPostgres;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Transactions, stored procedures, generated keys, streaming, interruptions and two-phase commits (scenarios J1, J9,
 * J12, J13): the application gets the same answers, and each of its calls is one span and one value. What a driver
 * itself sends by statements of its own (MariaDB's older driver commits that way) is no call of the application.
 */
class JdbcScenariosTest {
    /** Every statement of the application names one of these; of the drivers' own only MySQL's question about a procedure. */
    private static final Pattern OF_THE_APPLICATION = Pattern.compile("(?i)^(?!SHOW).*(orders|missing|doubled|sleep)");

    /** Drivers whose data source for XA does not tell its URL. */
    private static final Set<String> SILENT_XA_SOURCES =
            Set.of("org.apache.derby:derby:10.14.2.0", "org.mariadb.jdbc:mariadb-java-client:2.7.13");
    private static final int XA_CALLS = 3;

    private static final String SUMMARY = "db.query.summary";

    @LibraryVersions(name = "PostgreSQL JDBC driver", artifact = "org.postgresql:postgresql",
            versions = {"42.2.5", "42.7.14"})
    void postgres(Library driver) {
        expectSameAnswersAndOneSpanPerCall(driver, EmbeddedPostgres.shared().jdbcUrl(), "postgresql");
    }

    @LibraryVersions(name = "MariaDB Connector/J", artifact = "org.mariadb.jdbc:mariadb-java-client",
            versions = {"2.7.13", "3.5.6", "4.0.0"})
    void mariaDb(Library driver) {
        expectSameAnswersAndOneSpanPerCall(driver, mariaDbUrl("mariadb") + "&sslMode=disable", "mariadb");
    }

    @LibraryVersions(name = "MySQL Connector/J", artifact = "com.mysql:mysql-connector-j",
            versions = {"mysql:mysql-connector-java:8.0.11", "9.5.0", "26.10.0"})
    void mySqlDriver(Library driver) {
        expectSameAnswersAndOneSpanPerCall(driver, mariaDbUrl("mysql") + "&useSSL=false", "mysql");
    }

    @LibraryVersions(name = "H2", artifact = "com.h2database:h2", versions = {"1.4.200", "2.5.252"})
    void h2(Library driver) {
        expectSameAnswersAndOneSpanPerCall(driver, "jdbc:h2:mem:shop", "h2database");
    }

    @LibraryVersions(name = "HSQLDB", artifact = "org.hsqldb:hsqldb", versions = {"2.4.1", "2.7.4"})
    void hsqldb(Library driver) {
        expectSameAnswersAndOneSpanPerCall(driver, "jdbc:hsqldb:mem:shop", "hsqldb");
    }

    @LibraryVersions(name = "Derby", artifact = "org.apache.derby:derby", versions = {"10.14.2.0"})
    void derby(Library driver) {
        expectSameAnswersAndOneSpanPerCall(driver, "jdbc:derby:memory:shop;create=true", "derby");
    }

    @LibraryVersions(name = "SQLite JDBC", artifact = "org.xerial:sqlite-jdbc", versions = {"3.25.2", "3.54.1.0"})
    void sqlite(Library driver) {
        expectSameAnswersAndOneSpanPerCall(driver, "jdbc:sqlite::memory:", "sqlite");
    }

    private static String mariaDbUrl(String driver) {
        assumeTrue(EmbeddedMariaDb.isInstalled(), "MariaDB is not installed, smoke-tests/servers.sh does it");
        return EmbeddedMariaDb.shared().jdbcUrl(driver);
    }

    private static void expectSameAnswersAndOneSpanPerCall(Library driver, String url, String system) {
        JavaApp app = JavaApp.of("Scenarios", AppSources.compile(driver, "jdbc-scenarios"))
                .property("derby.stream.error.file", "/dev/null");
        AppProcess bare = app.run(url).expectExit(0);
        int calls = calls(bare).size();
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            Received received = receiver.received();
            AppProcess woven = app.withAgent().exportTo(receiver).start(url, "wait");
            woven.awaitLine("done");
            received.awaitSpans(JdbcScenariosTest::isOfTheApplication, calls);
            woven.closeInput().expectExit(0).expectCalmAgent();

            assertThat(woven.stdout().lines()).isEqualTo(bare.stdout().lines());
            List<ReceivedSpan> spans = received.spans(JdbcScenariosTest::isOfTheApplication);
            assertThat(spans).hasSize(calls)
                    .allSatisfy(span -> assertThat(span.attribute("db.system.name")).isEqualTo(system));
            assertThat(spans.stream().filter(span -> span.attribute("db.namespace") == null))
                    .as("without the database's name").hasSize(SILENT_XA_SOURCES.contains(driver.toString()) ? XA_CALLS : 0);
            assertThat(spans.stream().filter(ReceivedSpan::isError)).hasSize(failures(bare));
            expectOneValuePerSpan(received);
        }
    }

    /** Without what an old driver does not have: the call ends in the interface's own method, which throws. */
    private static List<String> calls(AppProcess app) {
        return app.stdout().lines().stream()
                .filter(line -> line.startsWith("call ") && !line.contains("UnsupportedOperationException")).toList();
    }

    private static int failures(AppProcess app) {
        return (int) calls(app).stream()
                .filter(line -> line.contains("Exception") || line.endsWith("cancelled")).count();
    }

    private static void expectOneValuePerSpan(Received received) {
        Map<Object, Long> spans = received.spans(span -> span.attribute(SUMMARY) != null).stream()
                .collect(Collectors.groupingBy(span -> span.attribute(SUMMARY), Collectors.counting()));
        assertThat(spans).allSatisfy((summary, count) -> assertThat(received.count(JdbcScenario.DURATION,
                Map.of(SUMMARY, summary))).as("values of " + summary).isEqualTo(count));
    }

    private static boolean isOfTheApplication(ReceivedSpan span) {
        Object text = span.attribute("db.query.text");
        return text != null && OF_THE_APPLICATION.matcher(text.toString()).find();
    }
}
