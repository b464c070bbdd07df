package io.obsagent.profile;

import io.obsagent.config.AgentLog;
import io.obsagent.config.OtlpSettings;
import io.obsagent.export.transport.SocketTransport;
import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.engine.Engines;
import io.obsagent.profile.push.Destination;
import io.obsagent.profile.push.Labels;
import io.obsagent.profile.push.OtlpDestination;
import io.obsagent.profile.push.Outbox;
import io.obsagent.profile.push.PyroscopeDestination;
import io.obsagent.profile.serve.DebugPort;
import io.obsagent.telemetry.Telemetry;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Profiles of this process, from start to exit: the room's way in.
 *
 * <p>Never throws; what cannot be done is said in one line and the application runs on. Thread-safe.
 */
public final class Profiling {
    /** Two minutes of a busy service's profiles. */
    private static final long MOST_QUEUED_BYTES = 4 << 20;

    private final Supervisor supervisor;
    private final Telemetry telemetry;
    private final DebugPort port;

    private Profiling(ProfileSettings settings, String service, Map<String, String> resource, Instrumentation instrumentation,
            Telemetry telemetry, String userAgent) {
        this.telemetry = telemetry;
        Engines engines = new Engines(settings.folder, service, AgentLog::info);
        Losses losses = new Losses(telemetry.metrics());
        this.supervisor = new Supervisor(settings, engines, instrumentation, destinations(settings, service, resource, userAgent, losses::request),
                losses, this::ready);
        this.port = settings.port > 0 ? DebugPort.open(settings.port, new Scrape(supervisor)) : null;
    }

    /**
     * Begins profiling on a thread of its own and returns at once.
     *
     * @param resource its attributes as text; must have {@code service.name}
     * @param instrumentation of the agent; null only in tests, which leaves virtual threads out
     * @param userAgent names this agent to servers
     * @return null when the settings do not ask for profiles
     */
    public static Profiling start(ProfileSettings settings, Map<String, String> resource, Instrumentation instrumentation,
            Telemetry telemetry, String userAgent) {
        if (!settings.isOn()) {
            return null;
        }
        String service = settings.application != null ? settings.application : resource.getOrDefault("service.name", "unknown_service:java");
        Profiling profiling = new Profiling(settings, service, resource, instrumentation, telemetry, userAgent);
        Thread thread = new Thread(null, profiling.supervisor, "obs-agent-profiler", 512 * 1024, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        return profiling;
    }

    /** Ends profiling and sends the last window, all within that time. */
    public void close(long millis) {
        telemetry.switchListener(null);
        if (port != null) {
            port.close();
        }
        supervisor.close(millis);
    }

    private void ready(SpanAttribution running) {
        telemetry.switchListener(new OperationSwitches(running));
    }

    private static List<Destination> destinations(
            ProfileSettings settings, String service, Map<String, String> resource, String userAgent, Runnable dropping) {
        List<Destination> destinations = new ArrayList<>();
        PyroscopeServer server = settings.pyroscope;
        if (server != null) {
            OtlpSettings to = settings.otlpFiles.to(server.endpoint, server.description, server.headers);
            Outbox outbox = new Outbox(SocketTransport.of(to, userAgent), server.description, "obs-agent-pyroscope", MOST_QUEUED_BYTES, dropping);
            destinations.add(new PyroscopeDestination(server.description, Labels.of(service, resource, settings.labels), outbox));
        }
        OtlpSettings otlp = settings.otlp;
        if (otlp != null) {
            String address = otlp.endpoint + " (" + otlp.endpointSetting + ")";
            SocketTransport transport = SocketTransport.of(otlp.compressed(), userAgent);
            Outbox outbox = new Outbox(transport, address, "obs-agent-otlp-profiles", MOST_QUEUED_BYTES, dropping);
            destinations.add(new OtlpDestination(address, resource, outbox));
        }
        return destinations;
    }
}
