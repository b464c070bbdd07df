package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AgentJar;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the agent has nothing to do it cannot be noticed, and what it cannot use it names in one line. The tools of each JDK
 * are compared with and without it by the delivery tests.
 */
class GuardrailsTest {
    private static final String URL = "jdbc:h2:mem:shop";

    private final JavaApp app = app();

    private static JavaApp app() {
        return JavaApp.of("JdbcCalls", AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"), "jdbc"));
    }

    @ParameterizedTest
    @CsvSource({"OBS_ENABLED,false", "OTEL_SDK_DISABLED,true"})
    void disabledMeansSilentAndIdle(String variable, String value) {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess process = app.withAgent().exportTo(receiver).env(variable, value).run(URL).expectExit(0);

            assertThat(process.stderr().lines()).isEmpty();
            assertThat(receiver.received().requests()).isEmpty();
        }
    }

    @Test
    void argumentsAndPropertiesDisableItToo() {
        for (JavaApp disabled : List.of(app().withAgent("enabled=false"),
                app().withAgent().property("obs.enabled", "false"))) {
            assertThat(disabled.run(URL).expectExit(0).stderr().lines()).isEmpty();
        }
    }

    @Test
    void givenTwiceItWorksOnceAndSaysSo() {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess process = JdbcScenario.runToItsEnd(app.withAgent().withAgent().exportTo(receiver),
                    receiver.received(), JdbcScenario.ALL_CALLS, URL);

            assertThat(process.agentLines()).filteredOn(line -> line.contains("twice")).hasSize(1);
            JdbcScenario.expectAllCalls(receiver.received(), "h2database");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_BSP_SCHEDULE_DELAY,soon,otel.bsp.schedule.delay",
        "OTEL_TRACES_SAMPLER,sometimes,otel.traces.sampler",
        "OTEL_EXPORTER_OTLP_PROTOCOL,carrier-pigeon,otel.exporter.otlp.protocol",
        "OTEL_EXPORTER_OTLP_TIMEOUT,-5,otel.exporter.otlp.timeout",
        "OTEL_PROPAGATORS,'smoke,tracecontext',otel.propagators",
        "OTEL_PROPAGATORS,smoke,otel.propagators",
        "OTEL_LOGS_EXPORTER,otlp,otel.logs.exporter",
        "OTEL_BLRP_MAX_QUEUE_SIZE,many,otel.blrp.max.queue.size",
        "OBS_NO_SUCH_SETTING,1,obs.no.such.setting",
    })
    void aBadSettingIsOneLineThatNamesIt(String variable, String value, String setting) {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            AppProcess process = JdbcScenario.runToItsEnd(app.withAgent().exportTo(receiver).env(variable, value),
                    receiver.received(), JdbcScenario.ALL_CALLS, URL);

            assertThat(process.agentLines()).filteredOn(line -> line.contains(" WARN ")).singleElement().asString()
                    .matches(line -> line.toLowerCase(Locale.ROOT).contains(setting)
                            || line.contains(variable), "names the setting");
            JdbcScenario.expectAllCalls(receiver.received(), "h2database");
        }
    }

    @Test
    void aBuildToolBehavesTheSame() {
        JavaApp maven = JavaApp.of("org.apache.maven.wrapper.MavenWrapperMain", AppSources.compile(11, List.of(), "build-tool"));
        AppProcess bare = maven.run("verify").expectExit(0);
        AppProcess agent = maven.withAgent().run("verify").expectExit(0);

        assertThat(agent.stdout().lines()).isEqualTo(bare.stdout().lines()).isNotEmpty();
        assertThat(agent.stderr().lines()).isEmpty();
    }

    /** Any failure of the start costs one line and nothing else. */
    @Test
    void aBrokenAgentIsOneLine(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("broken.jar");
        Files.copy(AgentJar.packaged(), broken);
        try (FileSystem jar = FileSystems.newFileSystem(broken)) {
            Files.delete(jar.getPath("obs/agent/io/obsagent/weave/Weaving.class"));
        }

        AppProcess bare = app.run(URL).expectExit(0);
        AppProcess process = app.withAgent(broken, "").run(URL).expectExit(0);

        assertThat(process.stdout().lines()).isEqualTo(bare.stdout().lines());
        assertThat(process.stderr().lines()).singleElement().asString()
                .matches("\\[obs-agent] could not start: .*; the application runs without it");
    }
}
