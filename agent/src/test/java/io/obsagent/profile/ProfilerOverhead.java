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
 * CPU time of the whole process for a request with and without profiles, in pairs and in one process, so that neither
 * start-up nor another machine load in the next process counts. A phase with profiles has the switches, the samples,
 * one rotation, reading, encoding; every other pair begins without them, so that a drift cancels out. Run it by hand:
 * {@code ProfilerOverhead PAIRS SECONDS [EVENTS]}; prints each pair, then the mean ratio with its 95 % interval. Three
 * pairs before that warm up, which is what the compiler takes for the reader and the encoder, and do not count.
 */
public final class ProfilerOverhead {
    private static final int THREADS = 8;
    private static final int WARM_UP_PAIRS = 3;
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

    private void run(int pairs, int seconds) throws Exception {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }
        session.stop();
        double[] logs = new double[pairs];
        for (int pair = -WARM_UP_PAIRS; pair < pairs; pair++) {
            double first = phase(seconds, pair % 2 == 0);
            double second = phase(seconds, pair % 2 != 0);
            double on = pair % 2 == 0 ? first : second;
            double off = pair % 2 == 0 ? second : first;
            if (pair >= 0) {
                logs[pair] = Math.log(on / off);
            }
            System.out.printf(Locale.ROOT, "%soff %.2f us, on %.2f us of CPU a request: %+.2f %%%n", pair < 0 ? "warm-up: " : "",
                    off, on, 100 * (on / off - 1));
        }
        over = true;
        report(logs);
    }

    /** Ratios multiply, so their logarithms are averaged; the interval is that of Student's t. */
    private static void report(double[] logs) {
        Arrays.sort(logs);
        double mean = Arrays.stream(logs).average().orElse(0);
        double variance = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum() / (logs.length - 1);
        double margin = studentsT(logs.length - 1) * Math.sqrt(variance / logs.length);
        System.out.printf(Locale.ROOT, "mean of %d pairs: %+.2f %% of CPU, 95 %% interval %+.2f %% to %+.2f %%, median %+.2f %%%n", logs.length,
                percent(mean), percent(mean - margin), percent(mean + margin), percent(logs[logs.length / 2]));
    }

    /** Two-sided 95 %, right to 0.01 from four degrees of freedom on. */
    private static double studentsT(int degrees) {
        return 1.96 + 2.372 / degrees + 2.82 / (degrees * (double) degrees) + 2.56 / Math.pow(degrees, 3);
    }

    private static double percent(double log) {
        return 100 * Math.expm1(log);
    }

    /** Microseconds of CPU a request. */
    private double phase(int seconds, boolean profiled) throws Exception {
        if (profiled) {
            session.startAnew();
            telemetry.switchListener(new OperationSwitches(spans));
        }
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
        double micros = (cpuNanos() - cpu) / 1e3 / (requests.sum() - before);
        if (profiled) {
            telemetry.switchListener(null);
            session.stop();
        }
        return micros;
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
