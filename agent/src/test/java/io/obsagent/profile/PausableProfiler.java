package io.obsagent.profile;

import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import io.obsagent.export.transport.SocketTransport;
import io.obsagent.profile.attribution.CarrierLocal;
import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.engine.Engine;
import io.obsagent.profile.engine.Engines;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.Sample;
import io.obsagent.profile.push.Destination;
import io.obsagent.profile.push.Labels;
import io.obsagent.profile.push.Outbox;
import io.obsagent.profile.push.PyroscopeDestination;
import io.obsagent.telemetry.Telemetry;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * The profiler as the agent runs it, steered by a measurement instead of the clock: on and off, and windows when asked for,
 * on a thread with the name of the supervisor's. Counts the samples that it delivers.
 */
final class PausableProfiler {
    private static final long SWITCHES = 4_000_000;

    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "obs-agent-profiler");
        thread.setDaemon(true);
        return thread;
    });
    private final Telemetry telemetry;
    private final Engine engine;
    private final SpanAttribution spans;
    private final ProfilerSession session;
    private final Destination destination;
    private final Map<ProfileKind, Double> samples = new EnumMap<>(ProfileKind.class);
    private boolean running;

    /** Not running yet. @param events as in {@code OBS_PROFILE} */
    PausableProfiler(String events, String server, Telemetry telemetry) throws Exception {
        this.telemetry = telemetry;
        Settings settings = Settings.of(null, Map.of(), Map.of("OBS_PROFILE", events, "PYROSCOPE_SERVER_ADDRESS", server));
        ProfileSettings profiles = ProfileSettings.of(settings);
        Engines engines = new Engines(null, "overhead", System.out::println);
        engine = onSupervisor(() -> engines.start(profiles.events, ByteBuddyAgent.getInstrumentation(), 3_600));
        engines.survived();
        spans = new SpanAttribution(CarrierLocal.create(ByteBuddyAgent.getInstrumentation()), engine.sampleClock(), engine::enterWallFilter, false);
        session = new ProfilerSession(engine, spans);
        PyroscopeServer pyroscope = profiles.pyroscope;
        OtlpSettings to = profiles.otlpFiles.to(pyroscope.endpoint, pyroscope.description, pyroscope.headers);
        Outbox outbox = new Outbox(SocketTransport.of(to, "overhead"), pyroscope.description, "obs-agent-pyroscope", 4 << 20, () -> { });
        destination = new PyroscopeDestination(pyroscope.description, Labels.of("shop", Map.of(), Map.of()), outbox);
        supervisor.scheduleWithFixedDelay(() -> {
            if (running) {
                session.drain();
            }
        }, 1, 1, TimeUnit.SECONDS);
        off();
    }

    String name() {
        return engine.name();
    }

    void on() throws Exception {
        onSupervisor(() -> {
            session.startAnew();
            running = true;
            return null;
        });
        telemetry.switchListener(new OperationSwitches(spans));
    }

    /** Delivers what was sampled until now. */
    void off() throws Exception {
        telemetry.switchListener(null);
        onSupervisor(() -> {
            running = false;
            deliver(session.stop());
            return null;
        });
    }

    /** A window of that length is over. Begins a new session if that is what the supervisor would do. */
    void window(long nanos) throws Exception {
        onSupervisor(() -> {
            deliver(session.rotate());
            if (session.needsRestart(nanos)) {
                deliver(session.restart());
            }
            return null;
        });
    }

    /** Samples delivered since the last call. */
    Map<ProfileKind, Double> takeSamples() throws Exception {
        return onSupervisor(() -> {
            Map<ProfileKind, Double> taken = new EnumMap<>(samples);
            samples.clear();
            return taken;
        });
    }

    /** The calling thread works for that span from now on. @return its time of the last sample */
    ByteBuffer workFor(long span) {
        spans.switched(1, span, span, span);
        return engine.sampleClock().get();
    }

    /** What one change of span costs the calling thread, with the half of an end of span that comes with each. */
    double switchNanos() {
        long start = CpuClock.ofThread();
        for (long span = 1; span <= SWITCHES; span++) {
            spans.switched(1, span, span, span);
            if ((span & 1) == 0) {
                spans.ended(span - 1, span - 1, null);
            }
        }
        long nanos = CpuClock.ofThread() - start;
        spans.switched(0, 0, 0, 0);
        return (double) nanos / SWITCHES;
    }

    private void deliver(List<ProfileWindow> windows) {
        for (ProfileWindow window : windows) {
            destination.send(window);
            for (Profile profile : window.profiles) {
                double value = 0;
                for (Sample sample : profile.samples) {
                    value += sample.value;
                }
                samples.merge(profile.kind, value / profile.period, Double::sum);
            }
        }
    }

    private <T> T onSupervisor(Callable<T> task) throws Exception {
        return supervisor.submit(task).get();
    }
}
