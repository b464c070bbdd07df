package io.obsagent.smoke.suite;

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
            process.send("go");

            receiver.received().awaitCount(JdbcScenario.DURATION, Map.of(), JdbcScenario.ALL_CALLS);
            receiver.received().awaitSpans(JdbcScenario.ALL_CALLS);
            process.closeInput().expectExit(0).expectCalmAgent();
            JdbcScenario.expectAllCalls(receiver.received(), "h2database");
        }
    }
}
