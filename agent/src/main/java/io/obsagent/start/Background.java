package io.obsagent.start;

import io.obsagent.config.AgentLog;
import io.obsagent.config.Settings;
import io.obsagent.config.resource.ResourceAttributes;
import io.obsagent.export.pipeline.Pipeline;
import io.obsagent.export.pipeline.SpanQueue;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Weaving;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The second phase of the start and then the export loop, on the agent's one daemon thread. */
final class Background implements Runnable {
    /** How long an exit may wait for the last export (scenario F18). */
    private static final long EXIT_MILLIS = 3_000;

    private final Settings settings;
    private final Telemetry telemetry;
    private final SpanQueue queue;
    private final Weaving weaving;
    private final StartReport report;
    private final long startNanos;
    private final Thread thread;
    private volatile Pipeline pipeline;
    private volatile boolean closed;

    Background(Settings settings, Telemetry telemetry, SpanQueue queue, Weaving weaving, StartReport report, long startNanos) {
        this.settings = settings;
        this.telemetry = telemetry;
        this.queue = queue;
        this.weaving = weaving;
        this.report = report;
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
            return weaving.weaveLoadedClasses();
        } catch (RuntimeException | LinkageError e) {
            AgentLog.warn("classes that were loaded before the agent stay as they are", e);
            return Collections.emptyList();
        }
    }

    /** Sends what is left when the JVM ends, within a deadline. */
    Thread shutdownHook() {
        return new Thread(null, new Runnable() {
            @Override
            public void run() {
                closed = true;
                Pipeline running = pipeline;
                if (running != null) {
                    running.close(EXIT_MILLIS);
                }
            }
        }, "obs-agent-exit", 0, false);
    }
}
