package io.obsagent.profile;

import io.obsagent.config.Settings;
import io.obsagent.telemetry.Telemetry;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What profiles at default settings cost a web application in CPU, twice. As the sum of their parts, each by a clock that
 * other processes do not disturb. And in pairs: the same number of requests with and without, in short phases whose order is
 * drawn, as CPU of the whole process; that has what no part has, and the noise of the machine. Arguments: a profile server,
 * minutes of pairs.
 */
public final class ProfilerOverhead {
    private static final int THREADS = 24;
    private static final long WINDOW_NANOS = 15_000_000_000L;
    /** Long, because a session that has just begun touches fresh memory; it goes on for five minutes in an application. */
    private static final long PHASE_NANOS = 3_000_000_000L;
    /** Until the reader and the encoder are compiled and the distances between samples have followed their rates. */
    private static final int WARM_UP_WINDOWS = 4;
    private static final int MOST_PAIRS = 1_000;
    private static final double AIM = 1;

    private final WebLoad load;
    private final PausableProfiler profiler;
    private final SumOfParts sum;
    private final double requestsPerSecond;

    private ProfilerOverhead(String server) throws Exception {
        Telemetry telemetry = new Telemetry(Settings.of(null, Map.of(), Map.of()), true, operation -> { });
        load = new WebLoad(telemetry, THREADS);
        load.serve(40_000, 0);
        long start = System.nanoTime();
        load.serve(10_000, 0);
        requestsPerSecond = 10_000 * 1e9 / (System.nanoTime() - start);
        profiler = new PausableProfiler("on", server, telemetry);
        System.out.println(profiler.name());
        sum = new SumOfParts(server, telemetry, load, profiler);
    }

    public static void main(String[] args) throws Exception {
        ProfilerOverhead overhead = new ProfilerOverhead(args[0]);
        SumOfParts.Sum parts = overhead.parts();
        overhead.pairs(Double.parseDouble(args[1]), parts);
        System.exit(0);
    }

    private SumOfParts.Sum parts() throws Exception {
        long pauseOfModerateLoad = (long) (3 * THREADS * 1e9 / requestsPerSecond);
        profiler.on();
        windows(WARM_UP_WINDOWS, 0);
        nextSession();
        SumOfParts.Sum full = sum.print("full load", false, profiler, () -> windows(3, 0));
        windows(1, pauseOfModerateLoad);
        nextSession();
        sum.print("moderate load", true, profiler, () -> windows(2, pauseOfModerateLoad));
        profiler.off();
        return full;
    }

    /** As after five minutes: distances follow the number of samples that the last session had. */
    private void nextSession() throws Exception {
        profiler.off();
        profiler.on();
    }

    /** Serves for as long as so many windows are, and ends each. */
    private long windows(int count, long pauseNanos) throws Exception {
        long served = 0;
        int batch = (int) (requestsPerSecond / (pauseNanos == 0 ? 2 : 8));
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < WINDOW_NANOS) {
                load.serve(batch, pauseNanos);
                served += batch;
            }
            profiler.window(System.nanoTime() - start);
        }
        return served;
    }

    private void pairs(double minutes, SumOfParts.Sum parts) throws Exception {
        PairedRatios ratios = new PairedRatios(MOST_PAIRS);
        Random random = new Random();
        long end = System.nanoTime() + (long) (minutes * 60e9);
        while (System.nanoTime() < end && ratios.size() < MOST_PAIRS) {
            boolean onOutside = random.nextBoolean();
            double outer = phase(onOutside);
            double inner = phase(!onOutside) + phase(!onOutside);
            outer += phase(onOutside);
            ratios.add(onOutside ? outer / inner : inner / outer);
        }
        double[] interval = ratios.interval();
        double low = interval[0] + parts.agentThreads;
        double high = interval[1] + parts.agentThreads;
        System.out.printf(Locale.ROOT, "pairs: %+.2f %% of CPU with the agent's threads, 95 %% interval %+.2f %% to %+.2f %%, %d pairs%n",
                ratios.percent() + parts.agentThreads, low, high, ratios.size());
        System.out.printf(Locale.ROOT, "at most %.0f %%: %s by the sum of parts, %s by the pairs%n", AIM, parts.all <= AIM ? "shown" : "broken",
                high <= AIM ? "shown" : low > AIM ? "broken" : "neither shown nor broken");
    }

    /** CPU of the whole process; requests before that settle what starting and stopping has stirred up. */
    private double phase(boolean profiled) throws Exception {
        int requests = (int) (requestsPerSecond * PHASE_NANOS / 1e9);
        if (profiled) {
            profiler.on();
        }
        load.serve(requests / 3, 0);
        long cpu = CpuClock.ofProcess();
        load.serve(requests, 0);
        cpu = CpuClock.ofProcess() - cpu;
        if (profiled) {
            profiler.off();
        }
        return cpu;
    }
}
