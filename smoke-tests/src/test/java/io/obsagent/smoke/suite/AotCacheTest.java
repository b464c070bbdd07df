package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The JVM's own cache of loaded classes, which must not be recorded from woven ones. */
class AotCacheTest {
    private static final String URL = "jdbc:h2:mem:shop";

    @TempDir
    private Path folder;

    private static JavaApp app(Jdk jdk) {
        return JavaApp.of("SwitchedCalls", AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"), "jdbc-switched"))
                .on(jdk).withAgent();
    }

    @EachJdk(from = 24)
    void aCacheThatWasRecordedWithTheAgentServesRunsWithIt(Jdk jdk) {
        Path cache = folder.resolve("app.aot");
        try (AppProcess recording = app(jdk).jvmOption("-XX:AOTCacheOutput=" + cache).start(URL)) {
            recording.send("call").awaitLine("call");
            recording.closeInput().expectExit(0);
            assertThat(recording.agentLines()).singleElement().asString().contains("records an AOT cache");
        }
        assertThat(cache).exists();

        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess served = app(jdk).exportTo(receiver).jvmOption("-XX:AOTCache=" + cache, "-XX:AOTMode=on").start(URL)) {
            served.awaitErrorLine(" started for SwitchedCalls");
            served.send("call").awaitLine("call");
            receiver.received().awaitSpan("call", span -> "h2database".equals(span.attribute("db.system.name")));
            served.closeInput().expectExit(0).expectCalmAgent();
        }
    }
}
