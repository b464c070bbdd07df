package io.obsagent.profile.attribution;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/**
 * Which span one operating system thread works for, and since when. Written by that thread alone (whatever virtual
 * thread it carries); the supervisor takes snapshots through a sequence lock, so the writer never waits.
 */
final class ThreadTrack {
    private static final VarHandle VERSION;

    static {
        try {
            VERSION = MethodHandles.lookup().findVarHandle(ThreadTrack.class, "version", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final Thread thread;
    final long threadId;
    /** Null where the profiler keeps no time of the last sample. */
    private final ByteBuffer lastSample;

    /** The profiler session in which this thread was entered into the filter of the wall clock. */
    int wallSession;

    long cpuAtLastSample;
    long allocatedAtLastSample;

    /** Odd while the fields below change. */
    private int version;
    long since;
    long traceHi;
    long traceLo;
    long spanId;
    long rootSpanId;

    ThreadTrack(Thread thread, ByteBuffer lastSample) {
        this.thread = thread;
        this.threadId = thread.getId();
        this.lastSample = lastSample;
    }

    /** Whether a sample was taken on this thread at or after {@code time}; always true where that is not known. */
    boolean sampledSince(long time) {
        return lastSample == null || lastSample.getLong(0) >= time;
    }

    boolean tellsSamples() {
        return lastSample != null;
    }

    void set(long now, long newTraceHi, long newTraceLo, long newSpanId, long newRootSpanId) {
        int next = version + 1;
        version = next;
        VarHandle.storeStoreFence();
        since = now;
        traceHi = newTraceHi;
        traceLo = newTraceLo;
        spanId = newSpanId;
        rootSpanId = newRootSpanId;
        VERSION.setRelease(this, next + 1);
    }

    /** Adds the interval that is open now, if there is one. For the supervisor thread. */
    void addOpenInterval(SpanIndex index) {
        while (true) {
            int before = (int) VERSION.getAcquire(this);
            long from = since;
            long span = spanId;
            SpanRef ref = new SpanRef(traceHi, traceLo, span, rootSpanId);
            VarHandle.loadLoadFence();
            if ((before & 1) == 0 && (int) VERSION.getOpaque(this) == before) {
                if (span != 0) {
                    index.add(threadId, from, Long.MAX_VALUE, ref);
                }
                return;
            }
            Thread.onSpinWait();
        }
    }
}
