package io.obsagent.profile.engine;

import io.obsagent.profile.chunk.SampleLimits;
import io.obsagent.profile.chunk.SamplingPeriods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import one.profiler.AsyncProfiler;
import one.profiler.SampleClock;

/** async-profiler, steered by commands. */
final class AsyncEngine implements Engine {
    /** Stacks deeper than 256 frames are cut to 64, memory for stacks is capped: always-on must have a ceiling. */
    private static final String GUARDS = "cstack=vm,jstackdepth=256/64,memlimit=64m,clock=monotonic,loglevel=none";
    /** A sampled allocation costs 10 us while the caches know what it touches, and 60 us where the application's work lies between two. */
    private static final int ALLOCATIONS_WANTED = 50;
    private static final int ALLOCATIONS_BEARABLE = 600;
    /** Beyond, samples are dropped and others carry their weight, so the distance is widened before. */
    private static final SampleLimits LIMITS = new SampleLimits(1000, 500);
    /** A look at a thread wakes it if it waits; 200 busy threads would be looked at 4,000 times a second. */
    private static final int LOOKS_WANTED = 50;
    private static final int LOOKS_BEARABLE = 300;
    private static final String SKIPPED = "samples_skipped_total ";
    /** No system properties, environment or list of libraries: they are of no use here, and may hold secrets. */
    private static final String NO_EXTRAS = "jfropts=31";

    private final AsyncProfiler profiler;
    private final Events wanted;
    private final Folders folders;
    private final int deadManSeconds;
    private Events events;
    private final Widening allocations = new Widening(ALLOCATIONS_WANTED, ALLOCATIONS_BEARABLE);
    private final Widening looks = new Widening(LOOKS_WANTED, LOOKS_BEARABLE);
    private ChunkFile chunks;

    /** @param deadManSeconds the profiler stops by itself after that time without a new start */
    AsyncEngine(AsyncProfiler profiler, Events events, Folders folders, int deadManSeconds) {
        this.profiler = profiler;
        this.wanted = events;
        this.events = events;
        this.folders = folders;
        this.deadManSeconds = deadManSeconds;
    }

    @Override
    public String name() {
        return "async-profiler " + profiler.getVersion() + " (" + events + ")";
    }

    @Override
    public SamplingPeriods periods() {
        return events.periods();
    }

    @Override
    public boolean sampled(double allocationsPerSecond, double looksPerSecond) {
        return allocations.sampled(allocationsPerSecond) | looks.sampled(looksPerSecond);
    }

    @Override
    public SampleLimits limits() {
        return LIMITS;
    }

    @Override
    public long skipped() {
        try {
            String metrics = execute("metrics");
            int at = metrics.indexOf(SKIPPED) + SKIPPED.length();
            return Long.parseLong(metrics.substring(at, metrics.indexOf('\n', at)));
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    @Override
    public boolean fromJdk() {
        return false;
    }

    @Override
    public Supplier<ByteBuffer> sampleClock() {
        return SampleClock::ofCurrentThread;
    }

    @Override
    public void enterWallFilter() {
        profiler.addThread(null);
    }

    @Override
    public boolean hasWallFilter() {
        return events.wallNanos > 0;
    }

    @Override
    public void start() throws IOException {
        OtherProfiler.refuseLoaded();
        events = wanted.with(looks.begin(wanted.wallNanos), allocations.begin(wanted.allocBytes));
        Path file = folders.create(".jfr");
        try {
            execute(command(file));
            chunks = new ChunkFile(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public List<byte[]> rotate() throws IOException {
        OtherProfiler.refuseLoaded();
        execute("dump,jfr");
        return List.of(chunks.read());
    }

    @Override
    public List<byte[]> stop() throws IOException {
        try (ChunkFile last = chunks) {
            execute("stop");
            return List.of(last.read());
        }
    }

    String command(Path file) {
        StringBuilder command = new StringBuilder("start,jfr,").append(NO_EXTRAS).append(',').append(GUARDS);
        command.append(",ratelimit=lock:").append(LIMITS.locks).append(";alloc:").append(LIMITS.allocations);
        command.append(",timeout=").append(deadManSeconds);
        if (events.cpuNanos > 0) {
            command.append(",event=").append(events.perf ? "cpu" : "ctimer").append(",interval=").append(events.cpuNanos);
        }
        if (events.wallNanos > 0) {
            command.append(",wall=").append(events.wallNanos).append(",filter=");
        }
        if (events.allocBytes > 0) {
            command.append(",alloc=").append(events.allocBytes);
        }
        if (events.live) {
            command.append(",live");
        }
        if (events.lockNanos > 0) {
            command.append(",lock=").append(events.lockNanos);
        }
        return command.append(",file=").append(file).toString();
    }

    private String execute(String command) throws IOException {
        try {
            return profiler.execute(command);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
