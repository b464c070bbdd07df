package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands above a driver adds no span (scenario J16), and what a driver does on its own none either (J4, J5). */
class JdbcUsersTest {
    private static final int ROWS = 3;

    @Test
    void aFrameworkMakesAsManySpansAsPlainJdbc() {
        Library libraries = Libraries.resolve("org.hibernate.orm:hibernate-core:7.3.7.Final", "org.jooq:jooq:3.19.30",
                "org.mybatis:mybatis:3.5.19", "org.springframework:spring-jdbc:7.0.3", "com.h2database:h2:2.5.252");
        JavaApp app = JavaApp.of("Frameworks", AppSources.compile(17, libraries, "jdbc-frameworks"));
        String url = "jdbc:h2:mem:items;DB_CLOSE_DELAY=-1";
        AppProcess bare = app.run(url).expectExit(0);
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            Received received = receiver.received();
            AppProcess woven = app.withAgent().exportTo(receiver).start(url, "wait");
            woven.awaitLine("done");
            received.awaitSpans(span -> isSelect(span, "hibernate"), ROWS);
            woven.closeInput().expectExit(0).expectCalmAgent();

            assertThat(woven.stdout().lines()).isEqualTo(bare.stdout().lines());
            for (String framework : List.of("plain", "jooq", "spring", "mybatis", "hibernate")) {
                assertThat(received.spans(span -> isSelect(span, framework))).as(framework).hasSize(ROWS);
                assertThat(received.count(JdbcScenario.DURATION, Map.of("db.query.summary", received.spans(
                        span -> isSelect(span, framework)).get(0).name()))).as(framework).isEqualTo(ROWS);
            }
        }
    }

    private static boolean isSelect(ReceivedSpan span, String framework) {
        return span.name().equalsIgnoreCase("SELECT " + framework + "_items");
    }

    @Test
    void aDriverIsNotAskedAndWhatItRunsToConnectIsNotTheApplications() {
        JavaApp app = JavaApp.of("Hostile",
                AppSources.compile(Libraries.resolve("org.xerial:sqlite-jdbc:3.42.0.1"), "jdbc-hostile"));
        String url = "jdbc:hostile://db.example/shop";
        AppProcess bare = app.run(url).expectExit(0);
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess woven = JdbcScenario.runToItsEnd(app.withAgent().exportTo(receiver), receiver.received(), 3, url);

            woven.expectCalmAgent();
            assertThat(woven.stdout().lines()).isEqualTo(bare.stdout().lines());
            assertThat(receiver.received().spans()).extracting(span -> span.attribute("db.query.text"))
                    .as("the third is asked by the application's own call of getMetaData")
                    .containsExactly("SELECT ? AS plain", "SELECT ? AS prepared", "SELECT ? AS asking");
            assertThat(receiver.received().spans()).allSatisfy(span -> assertThat(span.attributes())
                    .containsEntry("server.address", "db.example").containsEntry("db.namespace", "shop"));
        }
    }
}
