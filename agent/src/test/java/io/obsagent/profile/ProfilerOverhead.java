package io.obsagent.profile;

import io.obsagent.config.Settings;
import io.obsagent.profile.attribution.CarrierLocal;
import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.engine.Engine;
import io.obsagent.profile.engine.Engines;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.wire.Gzip;
import io.obsagent.profile.wire.PprofEncoder;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * CPU time of the whole process for a request with and without profiles, in turn and in one process, so that neither
 * start-up nor another machine load in the next process counts. A phase with profiles has the switches, the samples,
 * one rotation, reading, encoding. Run it by hand: {@code ProfilerOverhead ROUNDS SECONDS [EVENTS]}; prints each round
 * and the median. The first round warms up and does not count.
 */
public final class ProfilerOverhead {
    private static final int THREADS = 8;
    private static volatile Object sink;
    private static volatile boolean over;

    private final Telemetry telemetry;
    private final ProfilerSession session;
    private final SpanAttribution spans;
    private final LongAdder requests = new LongAdder();

    private ProfilerOverhead(Telemetry telemetry, ProfilerSession session, SpanAttribution spans) {
        this.telemetry = telemetry;
        this.session = session;
        this.spans = spans;
    }

    public static void main(String[] args) throws Exception {
        Instrumentation instrumentation = ByteBuddyAgent.getInstrumentation();
        Map<String, String> environment = Map.of("OBS_PROFILE", args.length > 2 ? args[2] : "on");
        Settings settings = Settings.of(null, Collections.emptyMap(), environment);
        Engines engines = new Engines(null, "overhead", System.out::println);
        Engine engine = engines.start(ProfileSettings.of(settings).events, instrumentation, 3_600);
        SpanAttribution spans = new SpanAttribution(CarrierLocal.create(instrumentation), engine.sampleClock(), engine::enterWallFilter, false);
        Telemetry telemetry = new Telemetry(settings, true, operation -> { });
        ProfilerOverhead overhead = new ProfilerOverhead(telemetry, new ProfilerSession(engine, spans), spans);
        System.out.println(engine.name());
        overhead.run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        engines.survived();
    }

    private void run(int rounds, int seconds) throws Exception {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }
        double[] ratios = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            session.startAnew();
            telemetry.switchListener(new OperationSwitches(spans));
            double on = phase(seconds, true);
            telemetry.switchListener(null);
            session.stop();
            double off = phase(seconds, false);
            if (round >= 0) {
                ratios[round] = on / off;
                System.out.printf(Locale.ROOT, "off %.2f us, on %.2f us of CPU a request: %+.2f %%%n", off, on, 100 * (on / off - 1));
            }
        }
        over = true;
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "median of %d rounds: %+.2f %%%n", rounds, 100 * (ratios[rounds / 2] - 1));
    }

    /** Microseconds of CPU a request. */
    private double phase(int seconds, boolean profiled) throws Exception {
        long before = requests.sum();
        long cpu = cpuNanos();
        Thread.sleep(seconds * 1_000L);
        if (profiled) {
            for (ProfileWindow window : session.rotate()) {
                for (Profile profile : window.profiles) {
                    for (byte[] part : new PprofEncoder(window, true).encodeSplit(profile)) {
                        sink = Gzip.compress(part);
                    }
                }
            }
        }
        return (cpuNanos() - cpu) / 1e3 / (requests.sum() - before);
    }

    private void serve() {
        while (!over) {
            request();
            requests.increment();
        }
    }

    /** A request with eight calls below it: some 60 us of CPU each call, 60 KiB of garbage, and a wait. */
    private void request() {
        Operation request = telemetry.thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        request.name("GET /orders");
        request.attach();
        for (int i = 0; i < 8; i++) {
            Operation call = telemetry.thread().start(Layer.DATABASE, Kind.CLIENT);
            call.attach();
            for (int j = 0; j < 8; j++) {
                sink = rows();
            }
            call.detach();
            call.end(null);
        }
        LockSupport.parkNanos(5_000_000);
        request.detach();
        request.end(null);
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            rows.add(Integer.toString(i * 7919, 36) + "-row");
        }
        Collections.sort(rows);
        return rows;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
