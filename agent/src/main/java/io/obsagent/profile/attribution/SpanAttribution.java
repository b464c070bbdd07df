package io.obsagent.profile.attribution;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Hears of every change of the span that a thread works for, and remembers those stretches in which the thread was
 * sampled.
 *
 * <p>{@link #switched} runs on application threads at each attach and close and when a virtual thread is mounted or
 * unmounted: one read of {@link System#nanoTime()}, one look at a thread-local and one at the profiler's time of the
 * last sample; no lock, no allocation unless there was a sample on a thread not seen before. All other methods say who
 * may call them.
 */
public final class SpanAttribution {
    /** Where the profiler tells no sample times: shorter stretches would flood the log and hold few samples anyway. */
    private static final long SHORTEST_NANOS = 1_000_000;
    private static final int LOG_SLOTS = 4096;

    private final ThreadLocal<ThreadTrack> current;
    private final Supplier<ByteBuffer> sampleClock;
    private final Runnable enterWallFilter;
    private final boolean leafIds;
    private final ThreadCosts costs;
    private final IntervalLog log = new IntervalLog(LOG_SLOTS);
    private final SampledSpans sampled = new SampledSpans();
    private final Map<Long, Long> lastClocks = new HashMap<>();
    private final RootNames names = new RootNames();
    private final Collection<ThreadTrack> tracks = new ConcurrentLinkedQueue<>();
    private volatile boolean on;
    private volatile boolean virtualThreads;
    /** 0 while threads need not be entered into the filter of the wall clock. */
    private volatile int wallSession;

    /**
     * @param current empty thread-local that belongs to the carrier of a virtual thread, see {@link CarrierLocal}
     * @param sampleClock gives the calling thread's time of the last sample, or null; null itself where there is no such clock
     * @param enterWallFilter enters the calling operating system thread into the filter of the wall clock
     * @param leafIds whether profiles of a span are labelled by its own id, or by its local root's
     */
    public SpanAttribution(
            ThreadLocal<ThreadTrack> current, Supplier<ByteBuffer> sampleClock, Runnable enterWallFilter, boolean leafIds) {
        this.current = current;
        this.sampleClock = sampleClock;
        this.enterWallFilter = enterWallFilter;
        this.leafIds = leafIds;
        this.costs = sampleClock == null ? null : ThreadCosts.ofThisJvm();
    }

    /**
     * The calling thread works for another span from now on: on attach and close, and with the virtual thread's span when
     * it is mounted. All 0 for none, also when a virtual thread is about to be unmounted.
     */
    public void switched(long traceHi, long traceLo, long spanId, long rootSpanId) {
        if (!on) {
            return;
        }
        ThreadTrack track = current.get();
        if (track == null) {
            if (spanId == 0) {
                return;
            }
            track = newTrack();
            if (track == null) {
                return;
            }
        }
        if (track.spanId == spanId && track.traceLo == traceLo || !virtualThreads && track.thread != Thread.currentThread()) {
            return;
        }
        long now = System.nanoTime();
        close(track, now);
        track.set(now, traceHi, traceLo, spanId, rootSpanId);
        int session = wallSession;
        if (spanId != 0 && track.wallSession != session) {
            track.wallSession = session;
            enterWallFilter.run();
        }
    }

    /**
     * A recorded span is about to end, on any thread.
     *
     * @param localRootName the span's name if it is the local root of its trace, else null
     * @return what its attributes should say, or null when it had no sample
     */
    public SpanSamples ended(long spanId, long rootSpanId, String localRootName) {
        if (!on || spanId == 0) {
            return null;
        }
        ThreadTrack track = current.get();
        if (track != null && track.spanId == spanId) {
            long now = System.nanoTime();
            close(track, now);
            track.set(now, track.traceHi, track.traceLo, track.spanId, track.rootSpanId);
        }
        SpanSamples samples = sampled.take(spanId, leafIds ? spanId : rootSpanId);
        // Without times of samples any root may have some.
        if (localRootName != null && (samples != null || sampleClock == null)) {
            names.add(spanId, localRootName, System.nanoTime());
        }
        return samples;
    }

    /** Whether the calling thread was sampled at or after {@code time}; false while that is not known. */
    public boolean sampledSince(long time) {
        ThreadTrack track = current.get();
        return track != null && track.tellsSamples() && track.sampledSince(time);
    }

    /** Names the local root of samples, or null. Supervisor thread. */
    public String nameOf(SpanRef span) {
        return names.find(span.rootSpanId);
    }

    /** The id that profiles of this span are found by. */
    public long labelOf(SpanRef span) {
        return leafIds ? span.spanId : span.rootSpanId;
    }

    /**
     * Mounting and unmounting of virtual threads is reported from now on. Until then what virtual threads report is left
     * out: without it a carrier would keep the span of a thread that it no longer runs.
     */
    public void virtualThreadsReported() {
        if (!virtualThreads) {
            virtualThreads = true;
        }
    }

    /** From now on switches count. {@code session} is a new number for each start of the profiler, 0 if wall is not sampled. Supervisor thread. */
    public void started(int session) {
        wallSession = session;
        on = true;
    }

    /** From now on nothing is remembered. Supervisor thread. */
    public void stopped() {
        on = false;
    }

    /**
     * Puts into {@code index} all that is known of the time up to now. To be called after the profiler has closed its
     * chunk: open stretches are noted before closed ones are fetched, so that none is missed. Supervisor thread.
     */
    public void collect(SpanIndex index) {
        lastClocks.clear();
        for (Iterator<ThreadTrack> each = tracks.iterator(); each.hasNext(); ) {
            ThreadTrack track = each.next();
            if (track.thread.isAlive()) {
                track.addOpenInterval(index);
            } else {
                each.remove();
                lastClocks.put(track.threadId, track.cpuAtLastSample);
            }
        }
        log.drainTo(index);
    }

    /** CPU nanoseconds of a thread that the last {@link #collect} has found ended, up to its last sampled stretch; else 0. Supervisor thread. */
    public long lastClock(Long threadId) {
        return lastClocks.getOrDefault(threadId, 0L);
    }

    /** Fetches closed stretches only, so that the log does not run full between two chunks. Supervisor thread. */
    public void drain(SpanIndex index) {
        log.drainTo(index);
    }

    /** Frees what spans left behind that have not been heard of since {@code time}: they will not end. Supervisor thread. */
    public void forgetBefore(long time) {
        sampled.forgetBefore(time);
    }

    /** Forgets the names of local roots that ended before {@code time}: their samples have been read. Supervisor thread. */
    public void forgetNamesBefore(long time) {
        names.forgetBefore(time);
    }

    /** Stretches lost to a full log since the start. */
    public long dropped() {
        return log.dropped();
    }

    /** Threads that have worked for a span and were not yet found ended. */
    int trackedThreads() {
        return tracks.size();
    }

    private ThreadTrack newTrack() {
        Thread carrier = CarrierLocal.currentCarrier();
        if (carrier == null) {
            return null;
        }
        ThreadTrack track = new ThreadTrack(carrier, sampleClock == null ? null : sampleClock.get());
        if (costs != null && carrier == Thread.currentThread()) {
            track.cpuAtLastSample = costs.cpuNanos();
            track.allocatedAtLastSample = costs.allocatedBytes(track.threadId);
        }
        current.set(track);
        tracks.add(track);
        return track;
    }

    private void close(ThreadTrack track, long now) {
        long since = track.since;
        if (!track.tellsSamples()) {
            if (track.spanId != 0 && now - since >= SHORTEST_NANOS) {
                log(track, now);
            }
        } else if (track.sampledSince(since)) {
            closeSampled(track, now - since, now);
        }
    }

    private void closeSampled(ThreadTrack track, long duration, long now) {
        long cpu = 0;
        long allocated = 0;
        long blocked = 0;
        long cpuNow = costs != null && track.thread == Thread.currentThread() ? costs.cpuNanos() : -1;
        if (cpuNow >= 0) {
            long allocatedNow = costs.allocatedBytes(track.threadId);
            cpu = Math.min(cpuNow - track.cpuAtLastSample, duration);
            allocated = allocatedNow - track.allocatedAtLastSample;
            blocked = duration - cpu;
            track.cpuAtLastSample = cpuNow;
            track.allocatedAtLastSample = allocatedNow;
        }
        if (track.spanId == 0) {
            return;
        }
        log(track, now);
        sampled.add(track.spanId, now, cpu, allocated, blocked);
        if (track.rootSpanId != track.spanId) {
            sampled.add(track.rootSpanId, now, cpu, allocated, blocked);
        }
    }

    private void log(ThreadTrack track, long now) {
        log.add(track.threadId, track.since, now, track.traceHi, track.traceLo, track.spanId, track.rootSpanId);
    }
}
