package io.obsagent.profile;

import io.obsagent.profile.attribution.CarrierLocal;
import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.engine.Engine;
import io.obsagent.profile.engine.Engines;
import io.obsagent.profile.engine.Events;
import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.Sample;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * How many samples find the right span: known burners under known spans on plain threads, a pool, completable futures
 * and, where the JDK has them, 1,000 virtual threads on 2 carriers. Prints one line a scenario and kind of profile:
 * {@code scenario KIND right=.. wrong=.. unattributed=.. accuracy=..}, and CPU weights against the CPU clock: of one
 * thread, and of the process, where threads that end within 10 ms and the JVM's own small ones are missing.
 */
public final class AttributionAccuracy {
    private static final long MILLI = 1_000_000;

    private final SpanAttribution spans;
    private final ProfilerSession session;
    private final AtomicLong ids = new AtomicLong();
    private final ThreadLocal<long[]> operations = ThreadLocal.withInitial(() -> new long[1]);

    private AttributionAccuracy(SpanAttribution spans, ProfilerSession session) {
        this.spans = spans;
        this.session = session;
    }

    public static void main(String[] args) throws Exception {
        int millis = Integer.parseInt(args[0]);
        Instrumentation instrumentation = ByteBuddyAgent.getInstrumentation();
        Events events = new Events(10 * MILLI, false, 50 * MILLI, 512 << 10, 0, false);
        Engines engines = new Engines(null, "accuracy", System.out::println);
        Engine engine = engines.start(events, instrumentation, 600);
        SpanAttribution spans = new SpanAttribution(CarrierLocal.create(instrumentation), engine.sampleClock(), engine::enterWallFilter, true);
        ProfilerSession session = new ProfilerSession(engine, spans);
        session.started();
        AttributionAccuracy accuracy = new AttributionAccuracy(spans, session);
        accuracy.weight(2 * millis);
        accuracy.run("threads", () -> accuracy.threads(millis));
        accuracy.run("pool", () -> accuracy.pool(millis));
        accuracy.run("futures", () -> accuracy.futures(millis));
        if (Runtime.version().feature() >= 21) {
            MountHooks.install(instrumentation, accuracy::mounted, accuracy::unmounting);
            spans.virtualThreadsReported();
            accuracy.run("virtual", () -> accuracy.virtualThreads(millis));
        }
        session.stop();
        engines.survived();
    }

    private interface Scenario {
        void run() throws Exception;
    }

    private void run(String name, Scenario scenario) throws Exception {
        session.rotate();
        long cpu = processCpuNanos();
        scenario.run();
        long used = processCpuNanos() - cpu;
        long weight = 0;
        Map<ProfileKind, long[]> results = new EnumMap<>(ProfileKind.class);
        for (ProfileWindow window : session.rotate()) {
            for (Profile profile : window.profiles) {
                for (Sample sample : profile.samples) {
                    weight += profile.kind == ProfileKind.CPU ? sample.value : 0;
                    int kind = Burners.kindOf(window.frames, sample.frames);
                    if (kind >= 0) {
                        int result = sample.span == null ? 2 : sample.span.spanId % Burners.KINDS == kind ? 0 : 1;
                        results.computeIfAbsent(profile.kind, any -> new long[3])[result] += sample.count;
                    }
                }
            }
        }
        results.forEach((kind, counts) -> System.out.printf("%s %s right=%d wrong=%d unattributed=%d accuracy=%.4f%n",
                name, kind, counts[0], counts[1], counts[2], counts[0] / (double) (counts[0] + counts[1] + counts[2])));
        System.out.printf("%s whole process weight ratio=%.4f (%d ms sampled, %d ms used)%n", name, (double) weight / used, weight / MILLI, used / MILLI);
    }

    /** CPU of one busy thread by its samples against that by its clock. */
    private void weight(int millis) throws Exception {
        session.rotate();
        long span = attach(0);
        long before = threadCpuNanos();
        long used = 0;
        while (used < millis * MILLI) {
            Burners.burn(0, 5_000);
            used = threadCpuNanos() - before;
        }
        swap(0);
        long sampled = 0;
        for (ProfileWindow window : session.rotate()) {
            for (Profile profile : window.profiles) {
                for (Sample sample : profile.samples) {
                    // By span, not by stack: where a stack cannot be walked the time was spent all the same.
                    boolean own = profile.kind == ProfileKind.CPU && sample.span != null && sample.span.spanId == span;
                    sampled += own ? sample.value : 0;
                }
            }
        }
        System.out.printf("one thread weight ratio=%.4f (%d ms sampled, %d ms used)%n", (double) sampled / used, sampled / MILLI, used / MILLI);
    }

    /** A span id whose remainder is the kind of work done under it. */
    private long attach(int kind) {
        long span = ids.incrementAndGet() * Burners.KINDS + kind;
        swap(span);
        return span;
    }

    private void swap(long span) {
        operations.get()[0] = span;
        spans.switched(span, span, span, span);
    }

    private void mounted() {
        long span = operations.get()[0];
        if (span != 0) {
            spans.switched(span, span, span, span);
        }
    }

    private void unmounting() {
        if (operations.get()[0] != 0) {
            spans.switched(0, 0, 0, 0);
        }
    }

    /** A request with two calls below it, of different kinds. */
    private void request(int kind) {
        long root = attach(kind);
        Burners.burn(kind, 700);
        attach((kind + 1) % Burners.KINDS);
        Burners.burn((kind + 1) % Burners.KINDS, 500);
        swap(root);
        Burners.burn(kind, 300);
        swap(0);
    }

    private void threads(int millis) throws Exception {
        long end = System.nanoTime() + millis * MILLI;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int first = i;
            Thread thread = new Thread(() -> {
                for (int kind = first; System.nanoTime() < end; kind++) {
                    request(kind % Burners.KINDS);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void pool(int millis) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        long end = System.nanoTime() + millis * MILLI;
        for (int kind = 0; System.nanoTime() < end; kind++) {
            int next = kind % Burners.KINDS;
            CountDownLatch done = new CountDownLatch(2);
            for (int i = 0; i < 2; i++) {
                pool.execute(() -> {
                    request(next);
                    done.countDown();
                });
            }
            done.await();
        }
        pool.shutdown();
    }

    private void futures(int millis) throws Exception {
        // A pool of its own: with two processors the default of JDK 17 is a new thread for each stage, and a thread that
        // lives for less than 10 ms of CPU is never sampled.
        ForkJoinPool pool = new ForkJoinPool(2);
        long end = System.nanoTime() + millis * MILLI;
        for (int kind = 0; System.nanoTime() < end; kind++) {
            int next = kind % Burners.KINDS;
            long span = ids.incrementAndGet() * Burners.KINDS + next;
            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> within(span, next), pool);
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> request((next + 2) % Burners.KINDS), pool);
            first.thenRunAsync(() -> within(span, next), pool).thenCombine(second, (a, b) -> null).get();
        }
        pool.shutdown();
    }

    /** What propagation does around a stage: the submitter's span is put back for it. */
    private void within(long span, int kind) {
        swap(span);
        Burners.burn(kind, 800);
        swap(0);
    }

    private void virtualThreads(int millis) throws Exception {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        long end = System.nanoTime() + millis * MILLI;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int kind = i % Burners.KINDS;
            threads.add((Thread) start.invoke(null, (Runnable) () -> {
                while (System.nanoTime() < end) {
                    attach(kind);
                    Burners.burn(kind, 300);
                    Thread.yield();
                    Burners.burn(kind, 300);
                    swap(0);
                    Thread.yield();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static long threadCpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
