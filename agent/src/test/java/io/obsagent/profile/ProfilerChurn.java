package io.obsagent.profile;

import io.obsagent.profile.attribution.CarrierLocal;
import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.engine.Engine;
import io.obsagent.profile.engine.Engines;
import io.obsagent.profile.engine.Events;
import io.obsagent.profile.model.ProfileWindow;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * What profilers have crashed on: threads that come and go, classes that are unloaded while their methods are sampled,
 * recursion until the stack is full, virtual threads; with a chunk a second and a session every five. Prints the
 * resident memory and what has passed after each session. Arguments: seconds, milliseconds of rest between two turns of
 * each churner, and {@code bare} for the same without profiler.
 */
public final class ProfilerChurn {
    private static final long SECOND = 1_000_000_000L;
    private static final int THREADS_AT_ONCE = 20;
    private static final int CLASSES_AT_ONCE = 20;
    private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();

    private final SpanAttribution spans;
    private final long restNanos;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong threads = new AtomicLong();
    private volatile boolean over;

    private ProfilerChurn(SpanAttribution spans, String restMillis) {
        this.spans = spans;
        this.restNanos = Long.parseLong(restMillis) * 1_000_000;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 2) {
            new ProfilerChurn(new SpanAttribution(new ThreadLocal<>(), null, () -> { }, false), args[1]).run(null, Integer.parseInt(args[0]));
            return;
        }
        Instrumentation instrumentation = ByteBuddyAgent.getInstrumentation();
        Events events = new Events(10_000_000, false, 50_000_000, 256 << 10, 10_000_000, true);
        Engines engines = new Engines(null, "churn", System.out::println);
        Engine engine = engines.start(events, instrumentation, 600);
        SpanAttribution spans = new SpanAttribution(CarrierLocal.create(instrumentation), engine.sampleClock(), engine::enterWallFilter, false);
        ProfilerSession session = new ProfilerSession(engine, spans);
        session.started();
        new ProfilerChurn(spans, args[1]).run(session, Integer.parseInt(args[0]));
        session.stop();
        engines.survived();
    }

    private void run(ProfilerSession session, int seconds) throws Exception {
        List<Thread> churners = new ArrayList<>();
        churners.add(start(this::threads));
        churners.add(start(this::classes));
        churners.add(start(this::recursion));
        if (Runtime.version().feature() >= 21) {
            churners.add(start(this::virtualThreads));
        }
        long samples = 0;
        for (int second = 1; second <= seconds; second++) {
            Thread.sleep(1_000);
            if (session != null) {
                List<ProfileWindow> windows = second % 5 == 0 ? session.restart() : session.rotate();
                samples += windows.stream().mapToInt(ProfileWindow::sampleCount).sum();
            }
            if (second % 5 == 0) {
                System.out.println("after " + second + " s: resident " + residentKib() + " KiB, " + ids.get() + " spans, " + samples + " samples, "
                        + threads + " threads, " + CLASSES.getUnloadedClassCount() + " classes unloaded");
            }
        }
        over = true;
        for (Thread churner : churners) {
            churner.join();
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    private void within(Runnable work) {
        long id = ids.incrementAndGet();
        spans.switched(id, id, id, id);
        work.run();
        spans.switched(0, 0, 0, 0);
        spans.ended(id, id, "churn");
    }

    private void threads() {
        while (!over) {
            List<Thread> started = new ArrayList<>();
            for (int i = 0; i < THREADS_AT_ONCE; i++) {
                started.add(start(() -> within(() -> Burners.burn(0, 200))));
            }
            started.forEach(ProfilerChurn::join);
            threads.addAndGet(THREADS_AT_ONCE);
            rest();
        }
    }

    private void rest() {
        if (restNanos > 0) {
            LockSupport.parkNanos(restNanos);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void classes() {
        for (int i = 0; !over; i++) {
            int number = i;
            within(() -> {
                try {
                    new OneClass().define("Churned" + number).getMethod("spin").invoke(null);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            });
            if (i % 200 == 0) {
                System.gc();
            }
            if (i % CLASSES_AT_ONCE == 0) {
                rest();
            }
        }
    }

    private void recursion() {
        while (!over) {
            within(() -> {
                try {
                    Burners.burn(recurse(0) & 3, 1_000);
                } catch (StackOverflowError e) {
                    Burners.burn(2, 1_000);
                }
            });
            rest();
        }
    }

    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    private void virtualThreads() {
        try {
            Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            while (!over) {
                List<Thread> started = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    started.add((Thread) start.invoke(null, (Runnable) () -> {
                        Burners.burn(3, 100);
                        Thread.yield();
                        Burners.burn(3, 100);
                    }));
                }
                started.forEach(ProfilerChurn::join);
                rest();
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long residentKib() throws IOException {
        return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]) * 4;
    }

    /** A loader that lives as long as its one class is used. */
    private static final class OneClass extends ClassLoader {
        Class<?> define(String name) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            writer.visit(Opcodes.V1_6, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
            MethodVisitor spin = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "spin", "()V", null, null);
            spin.visitCode();
            for (int i = 0; i < 50; i++) {
                spin.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
                spin.visitInsn(Opcodes.POP);
            }
            spin.visitInsn(Opcodes.RETURN);
            spin.visitMaxs(0, 0);
            spin.visitEnd();
            writer.visitEnd();
            byte[] bytes = writer.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
