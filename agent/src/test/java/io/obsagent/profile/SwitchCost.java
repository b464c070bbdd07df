package io.obsagent.profile;

import io.obsagent.profile.attribution.CarrierLocal;
import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.engine.Engine;
import io.obsagent.profile.engine.Engines;
import io.obsagent.profile.engine.Events;
import java.lang.instrument.Instrumentation;
import java.util.Locale;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * What a change of span costs the application's thread while the profiler runs, beside the clock that is read in it,
 * and what it allocates. Run it by hand; prints a line a round.
 */
public final class SwitchCost {
    private static final int SWITCHES = 4_000_000;
    private static volatile long sink;

    private SwitchCost() {}

    public static void main(String[] args) throws Exception {
        Instrumentation instrumentation = ByteBuddyAgent.getInstrumentation();
        Events events = new Events(10_000_000, false, 50_000_000, 1 << 20, 0, true);
        Engines engines = new Engines(null, "cost", System.out::println);
        Engine engine = engines.start(events, instrumentation, 600);
        SpanAttribution spans = new SpanAttribution(CarrierLocal.create(instrumentation), engine.sampleClock(), engine::enterWallFilter, false);
        ProfilerSession session = new ProfilerSession(engine, spans);
        session.started();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 6; round++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long sum = 0;
            for (int i = 0; i < SWITCHES; i++) {
                sum += System.nanoTime();
            }
            sink = sum;
            long clock = threads.getCurrentThreadCpuTime() - cpu;
            long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            cpu = threads.getCurrentThreadCpuTime();
            for (int i = 1; i <= SWITCHES; i++) {
                spans.switched(1, i, i, i);
            }
            long switches = threads.getCurrentThreadCpuTime() - cpu;
            bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
            cpu = threads.getCurrentThreadCpuTime();
            for (int i = 1; i <= SWITCHES; i++) {
                spans.ended(i, i, null);
            }
            long ends = threads.getCurrentThreadCpuTime() - cpu;
            System.out.printf(Locale.ROOT, "clock %.1f ns, switch %.1f ns and %.2f bytes, end %.1f ns%n", (double) clock / SWITCHES,
                    (double) switches / SWITCHES, (double) bytes / SWITCHES, (double) ends / SWITCHES);
            session.rotate();
        }
        session.stop();
        engines.survived();
    }
}
