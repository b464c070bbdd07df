package io.obsagent.profile;

import io.obsagent.config.AgentLog;
import io.obsagent.config.RepeatedWarning;
import io.obsagent.profile.attribution.CarrierLocal;
import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.engine.Engine;
import io.obsagent.profile.engine.Engines;
import io.obsagent.profile.engine.Events;
import io.obsagent.profile.engine.OtherProfilerException;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.push.Destination;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread that steers the profiler: everything that touches it comes as a command through a queue, or is due.
 * Starting takes 100 to 200 ms and happens here, beside the application.
 */
final class Supervisor implements Runnable {
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SURVIVED_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_FAILURES = 3;
    private static final long LATE_MILLIS = 100;

    private final Events events;
    private final long windowNanos;
    /** Objects are followed for that long before the profiler tells which are alive; then it starts anew. */
    private final long sessionNanos;
    private final boolean leafIds;
    private final Engines engines;
    private final Instrumentation instrumentation;
    private final List<Destination> destinations;
    private final Consumer<SpanAttribution> ready;
    private final Losses losses;
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>(64);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final RepeatedWarning failures = new RepeatedWarning();
    private ProfilerSession session;
    private long nextWindow;
    private long nextSession;
    private long survival;
    private int failedInARow;
    private volatile Consumer<ProfileWindow> tap;
    private volatile boolean closing;
    private volatile boolean sampling;

    /** @param ready gets the attribution once the profiler runs, on the supervisor's thread */
    Supervisor(
            ProfileSettings settings, Engines engines, Instrumentation instrumentation, List<Destination> destinations,
            Losses losses, Consumer<SpanAttribution> ready) {
        this.events = settings.events;
        this.windowNanos = TimeUnit.MILLISECONDS.toNanos(settings.windowMillis);
        this.sessionNanos = TimeUnit.MILLISECONDS.toNanos(settings.sessionMillis);
        this.leafIds = settings.leafIds;
        this.engines = engines;
        this.instrumentation = instrumentation;
        this.destinations = destinations;
        this.losses = losses;
        this.ready = ready;
    }

    /** Something to be done on the supervisor's thread, between two windows. */
    interface Command {
        void run(ProfilerSession session) throws IOException;
    }

    /** Asks for a command. False when the profiler does not run, or is too busy. */
    boolean submit(Command command) {
        return sampling && commands.offer(command);
    }

    /** Delivers windows that a command has fetched, as if they had been due. */
    void deliver(List<ProfileWindow> windows) {
        losses.samples(session.takeSkipped());
        Consumer<ProfileWindow> listening = tap;
        for (ProfileWindow window : windows) {
            if (listening != null) {
                listening.accept(window);
            }
            for (Destination destination : destinations) {
                destination.send(window);
            }
        }
    }

    /** Also hands every window to {@code listener} until the next call; null for nobody. */
    void tap(Consumer<ProfileWindow> listener) {
        tap = listener;
    }

    /** Ends the profiler and sends the last window, all within that time. */
    void close(long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        closing = true;
        commands.offer(any -> { });
        try {
            if (!ended.await(millis, TimeUnit.MILLISECONDS)) {
                survivedAnyway();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Destination destination : destinations) {
            destination.close(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
    }

    /** A start so slow that the JVM ends before it is no crash; but the folder may be what hangs. */
    private void survivedAnyway() throws InterruptedException {
        Thread end = new Thread(null, engines::survived, "obs-agent-profiler-end", 256 * 1024, false);
        end.setDaemon(true);
        end.start();
        end.join(LATE_MILLIS);
    }

    @Override
    public void run() {
        try {
            if (!closing && start()) {
                steer();
            }
        } catch (InterruptedException e) {
            AgentLog.debug("the profiler's thread was interrupted", e);
        } catch (RuntimeException | LinkageError e) {
            AgentLog.warn("profiles are off after a failure", e);
        } finally {
            sampling = false;
            finish();
            engines.survived();
            ended.countDown();
        }
    }

    private boolean start() {
        try {
            long deadMan = TimeUnit.NANOSECONDS.toSeconds(sessionNanos + 3 * windowNanos);
            Engine engine = engines.start(events, instrumentation, (int) deadMan);
            SpanAttribution spans =
                    new SpanAttribution(CarrierLocal.create(instrumentation), engine.sampleClock(), engine::enterWallFilter, leafIds);
            session = new ProfilerSession(engine, spans);
            session.started();
            boolean linked = passes(engine, spans);
            engines.passed();
            if (linked) {
                ready.accept(spans);
            }
            sampling = true;
            report(engine, linked);
            schedule();
            survival = System.nanoTime() + SURVIVED_NANOS;
            return true;
        } catch (IOException e) {
            AgentLog.warn("profiles are off: " + e.getMessage());
            return false;
        }
    }

    /** The first samples and the first chunk; whether samples find their spans, as far as that can be told. */
    private boolean passes(Engine engine, SpanAttribution spans) throws IOException {
        if (engine.fromJdk()) {
            return true;
        }
        if (events.cpuNanos > 0) {
            return SelfTest.passes(session, spans);
        }
        deliver(session.rotate());
        return true;
    }

    private void report(Engine engine, boolean linked) {
        StringBuilder line = new StringBuilder("profiles: ").append(engine.name());
        line.append(linked ? "" : ", not tied to spans because the self-test found no sample of its span");
        line.append(", every ").append(TimeUnit.NANOSECONDS.toSeconds(windowNanos)).append(" s");
        for (Destination destination : destinations) {
            line.append(" to ").append(destination.address());
        }
        AgentLog.info(line.toString());
    }

    private void schedule() {
        long now = System.nanoTime();
        nextWindow = now + windowNanos;
        nextSession = now + sessionNanos;
    }

    private void steer() throws InterruptedException {
        while (!closing && failedInARow < MOST_FAILURES) {
            Command command = commands.poll(Math.min(DRAIN_NANOS, Math.max(0, nextWindow - System.nanoTime())), TimeUnit.NANOSECONDS);
            try {
                if (command != null) {
                    command.run(session);
                } else {
                    due(System.nanoTime());
                }
                failedInARow = 0;
            } catch (OtherProfilerException e) {
                AgentLog.warn("profiles are off: " + e.getMessage());
                return;
            } catch (IOException e) {
                failedInARow++;
                recover(e);
            }
        }
        if (failedInARow >= MOST_FAILURES) {
            AgentLog.warn("profiles are off after repeated failures");
        }
    }

    private void due(long now) throws IOException {
        if (now >= survival) {
            engines.survived();
        }
        if (now < nextWindow) {
            session.drain();
        } else if (now >= nextSession) {
            restart();
        } else {
            nextWindow = now + windowNanos;
            deliver(session.rotate());
            if (session.needsRestart(windowNanos)) {
                restart();
            }
        }
    }

    private void restart() throws IOException {
        deliver(session.restart());
        schedule();
    }

    /** A session that cannot be read any more is given up, and a new one begun. */
    private void recover(IOException failure) {
        failures.warn("a window of profiles is lost: " + failure.getMessage());
        try {
            session.startAnew();
        } catch (IOException e) {
            AgentLog.debug("the profiler could not be started again", e);
        }
        schedule();
    }

    private void finish() {
        if (session == null) {
            return;
        }
        try {
            deliver(session.stop());
        } catch (IOException | RuntimeException | LinkageError e) {
            AgentLog.debug("the last window of profiles is lost", e);
        }
    }
}
