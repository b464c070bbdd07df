package io.obsagent.profile;

import io.obsagent.profile.model.ProfileKind;
import io.obsagent.telemetry.Telemetry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * CPU that profiles take, part by part: the agent's and the profiler's own threads by their clocks, and samples, changes of span and
 * parks by their number and what one of them costs.
 */
final class SumOfParts {
    private static final int WARM_UP_SECONDS = 2;
    private static final int SECONDS_A_COST = 12;
    private static final int PARK_ROUNDS = 50;
    private static final int PARKS_A_ROUND = 20_000;
    private static volatile Object allocated;

    private final String server;
    private final Telemetry telemetry;
    private final SampleCost cost;
    private final double cpuSample;
    private final double allocation;
    private final double look;
    private final double change;
    private final double park;

    SumOfParts(String server, Telemetry telemetry, WebLoad load, PausableProfiler profiler) throws Exception {
        this.server = server;
        this.telemetry = telemetry;
        cost = new SampleCost(load);
        cpuSample = cpuSample();
        allocation = allocation();
        look = look();
        profiler.on();
        profiler.switchNanos();
        change = profiler.switchNanos();
        double watched = parkNanos();
        profiler.off();
        park = watched - parkNanos();
        System.out.printf(Locale.ROOT, "one CPU sample %.1f us, sampled allocation %.1f us, look at a thread %.1f us, change of span %.0f ns, park %.0f ns%n",
                cpuSample / 1e3, allocation / 1e3, look / 1e3, change, park);
    }

    /** Some windows of work, with the number of requests as their result. */
    interface Work {
        long serve() throws Exception;
    }

    /** Prints the sum as a part of the application's CPU, or of one core; in percent, with the part that is the agent's threads. */
    Sum print(String name, boolean ofCore, PausableProfiler profiler, Work work) throws Exception {
        profiler.takeSamples();
        long start = System.nanoTime();
        long process = CpuClock.ofProcess();
        double agent = CpuClock.ofAgent();
        long requests = work.serve();
        agent = CpuClock.ofAgent() - agent;
        double length = System.nanoTime() - start;
        double cpu = CpuClock.ofProcess() - process;
        Map<ProfileKind, Double> samples = profiler.takeSamples();
        double cpuSamples = samples.getOrDefault(ProfileKind.CPU, 0.0);
        double allocations = samples.getOrDefault(ProfileKind.ALLOC, 0.0);
        double looks = samples.getOrDefault(ProfileKind.WALL, 0.0);
        double changes = (double) requests * WebLoad.SWITCHES;
        double parks = (double) requests * WebLoad.PARKS;
        double percent = (ofCore ? length : cpu) / 100;
        double sum = agent + cpuSamples * cpuSample + allocations * allocation + looks * look + changes * change + parks * park;
        double seconds = length / 1e9;
        System.out.printf(Locale.ROOT, "%s: sum of parts %.2f %% of %s: agent's threads %.2f, CPU samples %.2f, sampled allocations %.2f, looks %.2f, changes of span %.2f, parks %.2f%n",
                name, sum / percent, ofCore ? "one core" : "the application's CPU", agent / percent, cpuSamples * cpuSample / percent,
                allocations * allocation / percent, looks * look / percent, changes * change / percent,
                parks * park / percent);
        System.out.printf(Locale.ROOT, "  with %.2f cores, %.0f requests/s, %.0f CPU samples/s, %.0f sampled allocations/s, %.0f looks/s%n",
                cpu / length, requests / seconds, cpuSamples / seconds, allocations / seconds, looks / seconds);
        return new Sum(sum / percent, agent / percent);
    }

    static final class Sum {
        final double all;
        final double agentThreads;

        private Sum(double all, double agentThreads) {
            this.all = all;
            this.agentThreads = agentThreads;
        }
    }

    /** The timer itself never goes off; the signal that it sends is raised. */
    private double cpuSample() throws Exception {
        PausableProfiler one = new PausableProfiler("cpu:60s", server, telemetry);
        ProfilingSignal signal = new ProfilingSignal();
        one.on();
        cost.caused(signal, WARM_UP_SECONDS);
        double nanos = cost.caused(signal, SECONDS_A_COST);
        one.off();
        return nanos;
    }

    /** An array so large that it is always sampled, less what it costs by itself. */
    private double allocation() throws Exception {
        PausableProfiler one = new PausableProfiler("alloc:64k,live", server, telemetry);
        Runnable array = () -> allocated = new byte[8 * 64 * 1024];
        one.on();
        cost.caused(array, WARM_UP_SECONDS);
        double sampled = cost.caused(array, SECONDS_A_COST);
        one.off();
        return sampled - cost.caused(array, SECONDS_A_COST);
    }

    private double look() throws Exception {
        PausableProfiler one = new PausableProfiler("wall:20ms", server, telemetry);
        one.on();
        cost.suffered(one, WARM_UP_SECONDS);
        double nanos = cost.suffered(one, SECONDS_A_COST);
        one.off();
        return nanos;
    }

    /** Profiles of locks see every park. One that returns at once, at best of many rounds. */
    private static double parkNanos() {
        Thread self = Thread.currentThread();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < PARK_ROUNDS; round++) {
            long nanos = CpuClock.ofThread();
            for (int i = 0; i < PARKS_A_ROUND; i++) {
                LockSupport.unpark(self);
                LockSupport.park();
            }
            best = Math.min(best, CpuClock.ofThread() - nanos);
        }
        return (double) best / PARKS_A_ROUND;
    }
}
