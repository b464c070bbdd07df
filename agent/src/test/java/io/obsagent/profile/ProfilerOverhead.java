package io.obsagent.profile;

import io.obsagent.config.Settings;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * CPU time of the whole process for the same work with and without profiles at default settings, in turn. Run it by
 * hand: {@code ProfilerOverhead ROUNDS REQUESTS}; prints each round and the median ratio. With {@code work} as first
 * argument it is the process that is measured.
 */
public final class ProfilerOverhead {
    private static final int THREADS = 8;
    private static volatile Object sink;

    private ProfilerOverhead() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("work")) {
            work(Integer.parseInt(args[1]));
            return;
        }
        int rounds = Integer.parseInt(args[0]);
        double[] ratios = new double[rounds];
        try (FakePyroscope server = new FakePyroscope()) {
            for (int round = 0; round < rounds; round++) {
                double off = measure("off", server.url(), args[1]);
                double on = measure("cpu,wall,alloc,lock,live", server.url(), args[1]);
                ratios[round] = on / off;
                System.out.printf(Locale.ROOT, "off %.1f us, on %.1f us of CPU a request: %+.2f %%%n", off, on, 100 * (on / off - 1));
            }
        }
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "median of %d rounds: %+.2f %%%n", rounds, 100 * (ratios[rounds / 2] - 1));
    }

    private static double measure(String profile, String server, String requests) throws Exception {
        String output = new ForkedJvm(Path.of(System.getProperty("java.home"))).longest(300)
                .option("-Xmx256m").option("-Xms256m")
                .environment("OBS_PROFILE", profile).environment("PYROSCOPE_SERVER_ADDRESS", server)
                .run(ProfilerOverhead.class, "work", requests);
        Matcher result = Pattern.compile("CPU ([0-9.]+) us").matcher(output);
        if (!result.find()) {
            throw new AssertionError(output);
        }
        return Double.parseDouble(result.group(1));
    }

    private static void work(int requests) throws Exception {
        Settings settings = Settings.of(null, System.getProperties(), System.getenv());
        Telemetry telemetry = new Telemetry(settings, true, operation -> { });
        Profiling profiling = Profiling.start(ProfileSettings.of(settings), Map.of("service.name", "overhead"), ByteBuddyAgent.getInstrumentation(), telemetry, "test");
        // The start of the profiler and of its reader, some 0.5 s of CPU, is not what is asked for here.
        serve(telemetry, requests / 2);
        long cpu = cpuNanos();
        serve(telemetry, requests);
        System.out.printf(Locale.ROOT, "CPU %.1f us a request%n", (cpuNanos() - cpu) / 1e3 / requests);
        if (profiling != null) {
            profiling.close(2_000);
        }
    }

    private static void serve(Telemetry telemetry, int requests) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                for (int request = 0; request < requests / THREADS; request++) {
                    request(telemetry);
                }
                done.countDown();
            }).start();
        }
        done.await();
    }

    /** A request with eight calls below it: some 60 us of CPU, 60 KiB of garbage, and a wait. */
    private static void request(Telemetry telemetry) {
        Operation request = telemetry.thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        request.name("GET /orders");
        request.attach();
        for (int i = 0; i < 8; i++) {
            Operation call = telemetry.thread().start(Layer.DATABASE, Kind.CLIENT);
            call.attach();
            sink = rows();
            call.detach();
            call.end(null);
        }
        LockSupport.parkNanos(1_000_000);
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
