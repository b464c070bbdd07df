package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.junit.EachJdk;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application's class loading stays what it was: shared archives work, loaders can be collected. */
class ClassLoadingTest {
    private static final String URL = "jdbc:h2:mem:shop";
    private static final String DRIVER = "com.h2database:h2:2.2.224";

    @TempDir
    private Path folder;

    private static JavaApp app(Jdk jdk) {
        return JavaApp.of("JdbcCalls", AppSources.compile(Libraries.resolve(DRIVER), "jdbc")).on(jdk);
    }

    @Test
    void aRedeployedApplicationIsCollectable() {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            JavaApp app = JavaApp.of("Redeploy", AppSources.compile(11, List.of(), "redeploy"))
                    .withAgent().exportTo(receiver);
            AppProcess process = JdbcScenario.runToItsEnd(app, receiver.received(), 50,
                    Libraries.file(DRIVER).toString(), "50");

            assertThat(process.stdout().lines()).startsWith("collected 50 of 50");
            assertThat(receiver.received().count(JdbcScenario.DURATION)).isEqualTo(50);
        }
    }

    /** Scenarios G1 and J14: whatever a loader lets its classes see, the driver's calls are measured. */
    @Test
    void everyKindOfLoaderServesAWovenDriver() {
        JavaApp app = JavaApp.of("Loaders", AppSources.compile(11, List.of(), "loaders"));
        String driver = Libraries.file(DRIVER).toString();
        AppProcess bare = app.run(driver).expectExit(0);
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess process = JdbcScenario.runToItsEnd(app.withAgent().exportTo(receiver), receiver.received(), 11, driver);

            process.expectCalmAgent();
            assertThat(process.stdout().lines()).isEqualTo(bare.stdout().lines());
            assertThat(receiver.received().spans().stream()
                    .collect(Collectors.groupingBy(span -> span.attribute("db.namespace"), Collectors.counting())))
                    .containsOnly(Map.entry("modules", 1L), Map.entry("shared", 1L), Map.entry("childFirst", 1L),
                            Map.entry("parallel", 8L));
        }
    }

    /** Scenario G5. */
    @Test
    void aLibraryThatTheAgentDoesNotFitIsLeftAloneWithOneLine() {
        AppProcess process = JavaApp.of("OtherVersion", AppSources.compile(11, List.of(), "other-version")).withAgent()
                .run().expectExit(0);

        assertThat(process.stdout().lines()).containsExactly("within 1", "within 2", "within 3");
        assertThat(process.agentLines()).filteredOn(line -> line.contains(" is not instrumented in ")).singleElement().asString()
                .contains("hikaricp");
    }

    /** Scenarios G2 and G8. */
    @Test
    void theApplicationKeepsItsOwnLibrariesAndChoices() {
        JavaApp app = JavaApp.of("OwnLibraries", AppSources.compile(Libraries.resolve(
                "io.opentelemetry:opentelemetry-api:1.0.0", "net.bytebuddy:byte-buddy:1.12.0"), "own-libraries"));
        AppProcess bare = app.run().expectExit(0);
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess process = app.withAgent().exportTo(receiver).run().expectExit(0);

            process.expectCalmAgent();
            assertThat(process.stdout().lines()).isEqualTo(bare.stdout().lines())
                    .contains("log manager class OwnLibraries$OwnLogManager", "MBean servers true");
        }
    }

    /** Appending to the boot class path would switch sharing off for the application's classes. */
    @EachJdk(from = 17)
    void classesComeFromAnArchiveAsBefore(Jdk jdk) {
        Assumptions.assumeTrue(jdk.sharesClasses(), jdk + " comes without an archive of its own classes");
        Path archive = folder.resolve("app.jsa");
        app(jdk).jvmOption("-XX:ArchiveClassesAtExit=" + archive).run(URL).expectExit(0);
        assertThat(archive).isRegularFile();

        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess process = JdbcScenario.runToItsEnd(app(jdk).withAgent().exportTo(receiver)
                    .jvmOption("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load"),
                    receiver.received(), JdbcScenario.ALL_CALLS, URL);

            assertThat(process.stdout().lines()).anyMatch(line -> line.contains(" org.h2.engine.Session ")
                    && line.contains("shared objects file"));
            assertThat(process.stdout().lines().stream().filter(line -> line.contains("[warning]"))).isEmpty();
            JdbcScenario.expectAllCalls(receiver.received(), "h2database");
        }
    }

    @EachJdk(from = 25)
    void runsOnAnAotCache(Jdk jdk) {
        Path cache = folder.resolve("app.aot");
        app(jdk).jvmOption("-XX:AOTCacheOutput=" + cache).run(URL).expectExit(0);
        assertThat(Files.exists(cache)).isTrue();

        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess process = JdbcScenario.runToItsEnd(
                    app(jdk).withAgent().exportTo(receiver).jvmOption("-XX:AOTCache=" + cache),
                    receiver.received(), JdbcScenario.ALL_CALLS, URL);

            process.expectCalmAgent();
            JdbcScenario.expectAllCalls(receiver.received(), "h2database");
        }
    }
}
