package io.obsagent.start;

import io.obsagent.AgentLoader;
import io.obsagent.config.AgentLog;
import io.obsagent.config.AgentSettings;
import io.obsagent.config.HttpSettings;
import io.obsagent.config.Keys;
import io.obsagent.config.MessagingSettings;
import io.obsagent.config.PropagationSettings;
import io.obsagent.config.SemconvSettings;
import io.obsagent.config.Settings;
import io.obsagent.export.pipeline.SpanQueue;
import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.pool.ConnectionPools;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.propagation.Propagation;
import io.obsagent.weave.Weaving;
import java.io.File;
import java.lang.instrument.Instrumentation;

/** The first phase of the start; called by premain through the agent loader. */
public final class AgentStart {
    private AgentStart() {}

    /**
     * Weaves every class from here on and leaves the rest to the background.
     *
     * @param arguments what stands behind {@code -javaagent:jar=}, may be null
     * @param jar the agent's own jar
     * @param begin {@link System#nanoTime()} when premain was entered
     * @param attached whether the process was already running
     */
    public static void start(String arguments, Instrumentation instrumentation, File jar, long begin, boolean attached)
            throws Exception {
        Settings settings = Settings.load(arguments);
        AgentSettings agent = AgentSettings.of(settings);
        AgentLog.setLevel(agent.logLevel);
        if (!agent.enabled) {
            return;
        }
        String otherAgent = OtherAgents.find(instrumentation);
        boolean tracing = otherAgent == null || settings.flag(Keys.OTHER_AGENT_TRACES);
        SpanQueue queue = new SpanQueue(settings);
        Telemetry telemetry = new Telemetry(settings, tracing, queue);
        if (otherAgent != null) {
            telemetry.leaveAlone(OtherAgents.threads());
        }
        Propagation propagation = tracing ? Propagation.of(PropagationSettings.of(settings)) : Propagation.none();
        LibrarySwitches libraries = new LibrarySwitches(agent);
        AgentLoader loader = (AgentLoader) AgentStart.class.getClassLoader();
        Weaving weaving = new Weaving(loader, instrumentation, libraries);
        libraries.appliedBy(weaving);
        SemconvSettings semconv = SemconvSettings.of(settings);
        HttpSettings http = HttpSettings.of(settings);
        weaving.install(libraries, agent, telemetry, propagation, semconv, http, new ConnectionPools(telemetry, semconv), new HandOvers(telemetry),
                new HttpClientTelemetry(telemetry, propagation, http, semconv),
                new HttpServerTelemetry(telemetry, propagation, http, semconv),
                new MessagingTelemetry(telemetry, propagation, MessagingSettings.of(settings)));
        long premainNanos = System.nanoTime() - begin;
        Background background = new Background(settings, telemetry, queue, weaving,
                new StartReport(settings, otherAgent, tracing, attached, premainNanos), instrumentation, begin);
        background.start();
        Runtime.getRuntime().addShutdownHook(background.shutdownHook());
    }
}
