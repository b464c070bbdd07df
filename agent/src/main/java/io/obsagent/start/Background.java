package io.obsagent.start;

import io.obsagent.config.AgentLog;
import io.obsagent.config.AgentVersion;
import io.obsagent.config.Settings;
import io.obsagent.config.resource.ResourceAttributes;
import io.obsagent.export.pipeline.Pipeline;
import io.obsagent.export.pipeline.SpanQueue;
import io.obsagent.profile.ProfileSettings;
import io.obsagent.profile.Profiling;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Weaving;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The second phase of the start and then the export loop, on the agent's one daemon thread. */
final class Background implements Runnable {
    /** How long the last export may hold an exit up: a backend that hangs must not. */
    private static final long EXIT_MILLIS = 5_000;
    private static final long PROFILE_EXIT_MILLIS = 2_000;

    private final Settings settings;
    private final Telemetry telemetry;
    private final SpanQueue queue;
    private final Weaving weaving;
    private final StartReport report;
    private final long startNanos;
    private final Instrumentation instrumentation;
    private final Thread thread;
    private volatile Pipeline pipeline;
    private volatile Profiling profiling;
    private volatile boolean closed;

    Background(Settings settings, Telemetry telemetry, SpanQueue queue, Weaving weaving, StartReport report,
            Instrumentation instrumentation, long startNanos) {
        this.settings = settings;
        this.telemetry = telemetry;
        this.queue = queue;
        this.weaving = weaving;
        this.report = report;
        this.instrumentation = instrumentation;
        this.startNanos = startNanos;
        this.thread = new Thread(null, this, "obs-agent", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        try {
            telemetry.thread().mute(true);
            List<String> refused = weaveLoaded();
            Map<String, Object> resource = ResourceAttributes.detect(settings);
            profiling = Profiling.start(ProfileSettings.of(settings), asText(resource), instrumentation, telemetry,
                    "obs-agent/" + AgentVersion.VERSION);
            pipeline = new Pipeline(telemetry, queue, settings, resource, thread, startNanos);
            report.print(String.valueOf(resource.get("service.name")), weaving.report(), refused);
            if (closed) {
                pipeline.close(0);
            }
            pipeline.run();
        } catch (Throwable t) {
            AgentLog.error("stopped, the application runs on without it", t);
        }
    }

    private List<String> weaveLoaded() {
        try {
            weaving.warmUp();
            weaving.preload();
            return weaving.weaveLoadedClasses();
        } catch (RuntimeException | LinkageError e) {
            AgentLog.warn("classes that were loaded before the agent stay as they are", e);
            return Collections.emptyList();
        }
    }

    private static Map<String, String> asText(Map<String, Object> resource) {
        Map<String, String> text = new LinkedHashMap<>();
        for (Map.Entry<String, Object> attribute : resource.entrySet()) {
            text.put(attribute.getKey(), String.valueOf(attribute.getValue()));
        }
        return text;
    }

    /** Sends what is left when the JVM ends, within a deadline. */
    Thread shutdownHook() {
        return new Thread(null, new Runnable() {
            @Override
            public void run() {
                closed = true;
                Profiling profiles = profiling;
                if (profiles != null) {
                    profiles.close(PROFILE_EXIT_MILLIS);
                }
                Pipeline running = pipeline;
                if (running != null) {
                    running.close(EXIT_MILLIS);
                }
            }
        }, "obs-agent-exit", 0, false);
    }
}
