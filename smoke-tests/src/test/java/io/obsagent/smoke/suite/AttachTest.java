package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AgentJar;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachTest {
    @EachJdk
    void aRunningProcessIsWovenFromThenOn(Jdk jdk) {
        JavaApp app = JavaApp.of("LateCalls",
                AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"), "jdbc", "jdbc-late")).on(jdk);
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess process = app.exportTo(receiver).start("jdbc:h2:mem:shop", "wait")) {
            process.awaitLine("driver loaded");

            JavaApp.bare().on(jdk).jvmOption("-jar", AgentJar.packaged().toString())
                    .run("attach", Long.toString(process.pid())).expectExit(0);
            process.awaitErrorLine(" attached to ");
            process.awaitErrorLine("connections and statements that were open are measured without address");
            process.send("go");

            receiver.received().awaitCount(JdbcScenario.DURATION, Map.of(), JdbcScenario.ALL_CALLS);
            receiver.received().awaitSpans(JdbcScenario.ALL_CALLS);
            process.closeInput().expectExit(0).expectCalmAgent();
            JdbcScenario.expectAllCalls(receiver.received(), "h2database");
        }
    }

    @Test
    void aLibraryIsSwitchedOffAndOnWhileTheProcessRuns() {
        JavaApp app = JavaApp.of("SwitchedCalls",
                AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"), "jdbc-switched"));
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess process = app.withAgent().exportTo(receiver).start("jdbc:h2:mem:shop")) {
            process.awaitErrorLine(" started for ");
            process.send("measured").awaitLine("measured");
            turn(process, false);
            process.send("unseen").awaitLine("unseen");
            turn(process, true);
            process.send("again").awaitLine("again");

            receiver.received().awaitSpans(2);
            receiver.received().awaitCount(JdbcScenario.DURATION, Map.of(), 2);
            process.closeInput().expectExit(0).expectCalmAgent();
            assertThat(receiver.received().spans()).extracting(span -> span.attribute("db.query.text"))
                    .containsExactly("SELECT ? AS measured", "SELECT ? AS again");
        }
    }

    private static void turn(AppProcess process, boolean on) {
        JavaApp.bare().jvmOption("-jar", AgentJar.packaged().toString()).run("attach", Long.toString(process.pid()),
                "obs.instrumentation.jdbc.enabled=" + on).expectExit(0);
        process.awaitErrorLine("jdbc is switched " + (on ? "on" : "off"));
    }
}
