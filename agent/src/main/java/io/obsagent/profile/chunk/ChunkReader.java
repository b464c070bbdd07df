package io.obsagent.profile.chunk;

import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.attribution.SpanIndex;
import io.obsagent.profile.attribution.SpanRef;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.model.SpanLabel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.LongStream;
import one.jfr.JfrReader;
import one.jfr.event.AllocationSample;
import one.jfr.event.ContendedLock;
import one.jfr.event.Event;
import one.jfr.event.ExecutionSample;
import one.jfr.event.LiveObject;

/**
 * Turns the bytes of one chunk into profiles.
 *
 * <p>Guarded: a chunk that takes more than five seconds or has more than two million events is given up, because a
 * damaged chunk can keep a reader busy for ever (seen with {@code jfropts=mem}). Supervisor thread.
 */
public final class ChunkReader {
    private static final long MOST_NANOS = 5_000_000_000L;
    private static final int MOST_EVENTS = 2_000_000;
    /** From here on a virtual thread leaves its carrier while it waits for a monitor, and async-profiler times the carrier. */
    private static final int FIRST_JDK_THAT_UNMOUNTS_WAITERS = 24;

    private final SpanAttribution spans;
    private final boolean fromJdk;
    private SamplingPeriods periods;
    private final boolean virtualWaitsWrong;
    private final SampleLimits limits;
    private long allocationSamples;
    private int looks;
    private AllocationSpans allocations = new AllocationSpans();
    private final ThreadClocks clocks = new ThreadClocks();
    private final TimerExpirations timers = new TimerExpirations();

    /** @param fromJdk whether the JDK's flight recorder wrote the chunks, or async-profiler with its monotonic clock */
    public ChunkReader(SpanAttribution spans, boolean fromJdk, SampleLimits limits) {
        this.spans = spans;
        this.fromJdk = fromJdk;
        this.limits = limits;
        this.virtualWaitsWrong = !fromJdk && Runtime.version().feature() >= FIRST_JDK_THAT_UNMOUNTS_WAITERS;
    }

    /** The engine samples since a moment ago. */
    public void sessionBegan(SamplingPeriods periodsOfSession) {
        timers.begin(clocks(periodsOfSession));
    }

    /** The engine has just closed a chunk; to be called before others of its time are told. */
    public void chunkEnded(SamplingPeriods periodsOfChunk) {
        timers.advance(clocks(periodsOfChunk));
    }

    /** None where no timer runs: each clock takes 18 us to read. */
    private Map<Integer, Long> clocks(SamplingPeriods sampled) {
        return fromJdk || sampled.cpuNanos == 0 ? Map.of() : clocks.read();
    }

    /** Forgets the allocations of the session that has ended, and how often its distances led to samples. */
    public void sessionEnded() {
        allocations = new AllocationSpans();
        allocationSamples = 0;
        looks = 0;
    }

    /**
     * @param index must know all intervals up to the end of the chunk
     * @param skipped samples that the profiler has dropped since the chunk before
     * @throws IOException when the chunk is damaged or over the limits
     */
    public ProfileWindow read(byte[] chunk, SpanIndex index, SamplingPeriods periodsOfChunk, long skipped) throws IOException {
        periods = periodsOfChunk;
        allocationSamples = 0;
        looks = 0;
        long deadline = System.nanoTime() + MOST_NANOS;
        try (JfrReader reader = new JfrReader(ByteBuffer.wrap(chunk))) {
            reader.registerEvent(OldObject.EVENT, OldObject.class);
            long epochMinusNanoTime = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
            SampleTable table = new SampleTable(reader, this::label);
            CpuSamples cpu = new CpuSamples();
            AllocationSamples allocated = new AllocationSamples();
            LongStream.Builder waits = LongStream.builder();
            int events = 0;
            for (Event event = reader.readEvent(); event != null; event = reader.readEvent()) {
                long time = fromJdk ? reader.eventTimeToNanos(event.time) - epochMinusNanoTime : event.time;
                add(table, cpu, allocated, reader, event, time, index);
                if (event instanceof ContendedLock) {
                    waits.add(time);
                }
                if (++events > MOST_EVENTS || (events & 1023) == 0 && System.nanoTime() > deadline) {
                    throw new IOException("given up after " + events + " events");
                }
            }
            cpu.addTo(table, timers, thread -> spans.lastClock(reader.javaThreads.get(thread)), periods.cpuNanos);
            // Where waits may be among them, nobody knows how many allocations were dropped.
            long unseen = FullSeconds.find(waits.build().sorted().toArray(), limits.locks).isEmpty() ? skipped : 0;
            allocated.addTo(table, periods, unseen, limits.allocations);
            allocationSamples = allocated.count() + unseen;
            allocations.learnNames(spans);
            return new ProfileWindow(reader.chunkStartNanos, reader.chunkDurationNanos(), table.frames(), table.profiles(periods));
        } catch (RuntimeException e) {
            throw new IOException("damaged chunk: " + e, e);
        }
    }

    /** Allocations that were due to be sampled in the chunk read last. */
    public long allocationSamples() {
        return allocationSamples;
    }

    /** How often the wall clock looked at a thread in the chunk read last; looks at one that slept on count once. */
    public int looks() {
        return looks;
    }

    private void add(
            SampleTable table, CpuSamples cpu, AllocationSamples allocated, JfrReader reader, Event event, long time, SpanIndex index) {
        Long thread = reader.javaThreads.get(event.tid);
        SpanRef span = thread == null ? null : index.find(thread, time);
        if (event instanceof ExecutionSample) {
            addExecution(table, cpu, reader, (ExecutionSample) event, span);
        } else if (event instanceof AllocationSample) {
            long size = ((AllocationSample) event).allocationSize;
            if (fromJdk) {
                // ObjectAllocationSample: its weight is the allocation since the thread's last sample.
                table.add(ProfileKind.ALLOC, event.stackTraceId, span, 1, size);
            } else {
                allocated.add(time, event.stackTraceId, span, size);
            }
            if (span != null) {
                allocations.add(thread, time, span);
            }
        } else if (event instanceof LiveObject) {
            LiveObject live = (LiveObject) event;
            SpanRef allocator = thread == null ? null : allocations.find(thread, live.allocationTime);
            double objects = periods.objectsPerSample(live.allocationSize);
            table.add(ProfileKind.LIVE, event.stackTraceId, allocator, objects, objects * live.allocationSize);
        } else if (event instanceof OldObject) {
            table.add(ProfileKind.LIVE, event.stackTraceId, null, 1, event.value());
        } else if (event instanceof ContendedLock) {
            addWait(table, (ContendedLock) event, span);
        }
    }

    private SpanLabel label(SpanRef span) {
        String name = spans.nameOf(span);
        return new SpanLabel(span.traceHi, span.traceLo, span.spanId, spans.labelOf(span), name != null ? name : allocations.nameOf(span));
    }

    private void addExecution(SampleTable table, CpuSamples cpu, JfrReader reader, ExecutionSample sample, SpanRef span) {
        boolean running = fromJdk || "STATE_DEFAULT".equals(reader.getEnumValue("jdk.types.ThreadState", sample.threadState));
        if (running) {
            cpu.add(sample.tid, sample.stackTraceId, span, sample.samples);
            return;
        }
        looks++;
        if (span != null) {
            // Time that passes outside of any trace, such as idle pool threads, is what the filter is there to leave out.
            table.add(ProfileKind.WALL, sample.stackTraceId, span, sample.samples, (double) sample.samples * periods.wallNanos);
        }
    }

    private void addWait(SampleTable table, ContendedLock lock, SpanRef span) {
        if (virtualWaitsWrong && table.ofVirtualThread(lock.stackTraceId)) {
            return;
        }
        String type = table.className(lock.classId);
        if (fromJdk && !isLock(type) && table.ofParked(lock.stackTraceId)) {
            // A pool's thread that waits for work, which async-profiler leaves out by itself.
            return;
        }
        ProfileKind kind = type.startsWith("java/util/concurrent/") ? ProfileKind.BLOCK : ProfileKind.MUTEX;
        // Waits below the sampling distance are picked in proportion to their length.
        long delay = fromJdk ? lock.duration : Math.max(lock.duration, periods.lockNanos);
        table.add(kind, lock.stackTraceId, span, (double) delay / Math.max(lock.duration, 1), delay);
    }

    private static boolean isLock(String type) {
        return type.startsWith("java/util/concurrent/locks/Reentrant") || type.startsWith("java/util/concurrent/Semaphore");
    }
}
