package io.obsagent.profile.engine;

import io.obsagent.profile.chunk.SamplingPeriods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;

/**
 * The JDK's flight recorder, for platforms and containers where no native library can be loaded. Coarser: at most a
 * few threads are sampled at a time, no wall clock, and which span a sample belongs to is known only for stretches of a
 * millisecond or more.
 */
final class JfrEngine implements Engine {
    private static final int SIZE_AT = 8;

    private final Events events;
    private final Folders folders;
    private Recording recording;

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

    @Override
    public void start() throws IOException {
        try {
            recording = begin();
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("the JDK's flight recorder could not be started: " + e, e);
        }
    }

    @Override
    public List<byte[]> rotate() throws IOException {
        List<byte[]> ended = stop();
        recording = begin();
        return ended;
    }

    @Override
    public List<byte[]> stop() throws IOException {
        Path file = folders.create(".jfr");
        try (Recording ended = recording) {
            ended.stop();
            ended.dump(file);
            return chunks(Files.readAllBytes(file));
        } catch (RuntimeException e) {
            throw new IOException("the JDK's flight recorder failed: " + e, e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Recording begin() {
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
        next.start();
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

    /** Another recording in this JVM may have cut ours into several chunks. */
    private static List<byte[]> chunks(byte[] file) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        int at = 0;
        while (at < file.length) {
            long size = ByteBuffer.wrap(file).getLong(at + SIZE_AT);
            if (size <= 0 || size > file.length - at) {
                throw new IOException("incomplete chunk");
            }
            chunks.add(Arrays.copyOfRange(file, at, at + (int) size));
            at += (int) size;
        }
        return chunks;
    }
}
