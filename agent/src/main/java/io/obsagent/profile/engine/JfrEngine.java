package io.obsagent.profile.engine;

import io.obsagent.profile.chunk.SampleLimits;
import io.obsagent.profile.chunk.SamplingPeriods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * The JDK's flight recorder, for platforms and containers where no native library can be loaded. Coarser: at most a
 * few threads are sampled at a time, no wall clock, and which span a sample belongs to is known only for stretches of a
 * millisecond or more.
 */
final class JfrEngine implements Engine {
    /** To write a window's chunks at the end of the JVM; the agent has two seconds for profiles. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long LOOK_NANOS = 2_000_000;
    private static final int SIZE_AT = 8;
    /** In ticks; in time of day, two chunks of one millisecond would be one (JDK 17). */
    private static final int START_AT = 48;

    private final Events events;
    private final Folders folders;
    private Recording recording;
    private Path file;
    private Set<Long> returned = Set.of();

    JfrEngine(Events wanted, Folders folders) {
        this.events = wanted.withoutWall();
        this.folders = folders;
    }

    @Override
    public String name() {
        return "JDK Flight Recorder (" + events + ")";
    }

    @Override
    public SamplingPeriods periods() {
        return events.periods();
    }

    @Override
    public boolean sampled(double allocationsPerSecond, double looksPerSecond) {
        return false;
    }

    @Override
    public SampleLimits limits() {
        return SampleLimits.NONE;
    }

    @Override
    public long skipped() {
        return 0;
    }

    @Override
    public boolean fromJdk() {
        return true;
    }

    @Override
    public Supplier<ByteBuffer> sampleClock() {
        return null;
    }

    @Override
    public void enterWallFilter() {}

    @Override
    public boolean hasWallFilter() {
        return false;
    }

    /** The next recording begins before the last one ends, or what happens in between would be missed: both have that chunk. */
    @Override
    public List<byte[]> rotate() throws IOException {
        Recording ended = recording;
        Path written = file;
        start();
        return chunks(ended, written);
    }

    @Override
    public List<byte[]> stop() throws IOException {
        return chunks(recording, file);
    }

    private List<byte[]> chunks(Recording ended, Path written) throws IOException {
        try {
            stop(ended);
            return newChunks(Files.readAllBytes(written));
        } catch (RuntimeException e) {
            throw new IOException("the JDK's flight recorder failed: " + e, e);
        } finally {
            ended.close();
            Files.deleteIfExists(written);
        }
    }

    /** When the JVM ends the recorder stops all recordings by itself, and then what it writes has to be waited for. */
    private static void stop(Recording recording) {
        try {
            recording.stop();
        } catch (IllegalStateException e) {
            long patience = System.nanoTime() + PATIENCE_NANOS;
            while (recording.getState() != RecordingState.CLOSED && System.nanoTime() < patience) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    @Override
    public void start() throws IOException {
        Path next = folders.create(".jfr");
        try {
            Recording begun = configured();
            begun.setDestination(next);
            begun.setDumpOnExit(true);
            begun.start();
            recording = begun;
            file = next;
        } catch (IOException | RuntimeException | LinkageError e) {
            Files.deleteIfExists(next);
            throw new IOException("the JDK's flight recorder could not be started: " + e, e);
        }
    }

    private Recording configured() {
        Recording next = new Recording();
        next.setName("obs-agent");
        if (events.cpuNanos > 0) {
            next.enable("jdk.ExecutionSample").withPeriod(Duration.ofNanos(events.cpuNanos));
        }
        if (events.allocBytes > 0) {
            enableAllocations(next);
        }
        if (events.live) {
            next.enable("jdk.OldObjectSample").withStackTrace();
        }
        if (events.lockNanos > 0) {
            waiting(next.enable("jdk.JavaMonitorEnter"));
            waiting(next.enable("jdk.ThreadPark"));
        }
        return next;
    }

    private static void enableAllocations(Recording next) {
        if (Runtime.version().feature() >= 16) {
            next.enable("jdk.ObjectAllocationSample").with("throttle", "150/s").withStackTrace();
        } else {
            next.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
            next.enable("jdk.ObjectAllocationInNewTLAB").withStackTrace();
        }
    }

    private void waiting(EventSettings event) {
        event.withThreshold(Duration.ofNanos(events.lockNanos)).withStackTrace();
    }

    /** Those that the recording before did not have; there may be several, as any other recording in this JVM cuts ours. */
    private List<byte[]> newChunks(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        List<byte[]> chunks = new ArrayList<>();
        Set<Long> starts = new HashSet<>();
        int at = 0;
        while (at < file.length) {
            long size = bytes.getLong(at + SIZE_AT);
            if (size <= 0 || size > file.length - at) {
                throw new IOException("incomplete chunk");
            }
            long start = bytes.getLong(at + START_AT);
            starts.add(start);
            if (!returned.contains(start)) {
                chunks.add(Arrays.copyOfRange(file, at, at + (int) size));
            }
            at += (int) size;
        }
        returned = starts;
        return chunks;
    }
}
