package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.EmbeddedPostgres;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "PostgreSQL JDBC driver", artifact = "org.postgresql:postgresql",
        versions = {"42.2.5", "42.5.6", "42.7.14"})
class JdbcPostgresTest {
    private final EmbeddedPostgres postgres = EmbeddedPostgres.shared();
    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final Received received = receiver.received();

    @Parameter
    Library driver;

    private JavaApp app() {
        return JavaApp.of("JdbcCalls", AppSources.compile(driver, "jdbc"));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void everyCallGivesOneSpanAndOneValueAndTheSameAnswers() {
        AppProcess bare = app().run(postgres.jdbcUrl()).expectExit(0);
        AppProcess woven = JdbcScenario.runToItsEnd(app().withAgent().exportTo(receiver), received,
                JdbcScenario.ALL_CALLS, postgres.jdbcUrl());

        woven.expectCalmAgent();
        assertThat(woven.stdout().lines()).isEqualTo(bare.stdout().lines());
        JdbcScenario.expectAllCalls(received, "postgresql");
        JdbcScenario.expectFailures(received);
        JdbcScenario.expectBatches(received);
        JdbcScenario.expectNothingLeaked(received);
    }

    @Test
    void spansSayWhereAndWhat() {
        JdbcScenario.runToItsEnd(app().withAgent().exportTo(receiver), received, JdbcScenario.ALL_CALLS,
                postgres.jdbcUrl());

        ReceivedSpan update = received.awaitSpan("UPDATE", span -> span.name().equals("UPDATE accounts"));
        assertThat(update.attributes()).containsEntry("db.namespace", "postgres")
                .containsEntry("db.query.text", "UPDATE accounts SET owner = ? WHERE id = ?")
                .containsEntry("server.address", "localhost").containsEntry("server.port", (long) postgres.port());
        ReceivedSpan missing = received.awaitSpan("SELECT missing", span -> span.name().equals("SELECT missing"));
        assertThat(missing.attributes()).containsEntry("db.response.status_code", "42P01");
    }
}
