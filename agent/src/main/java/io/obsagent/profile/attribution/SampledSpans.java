package io.obsagent.profile.attribution;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Running spans that were sampled at least once, with what their sampled stretches cost. A fixed table with open
 * addressing: no lock, no allocation. A span that finds no free slot is left out, so it ends without profile
 * attributes; it never gets another span's.
 *
 * <p>Thread-safe.
 */
final class SampledSpans {
    private static final int SLOTS = 2048;
    private static final int PROBES = 16;
    private static final int FIELDS = 5;
    private static final int CPU = 1;
    private static final int ALLOCATED = 2;
    private static final int BLOCKED = 3;
    private static final int TOUCHED = 4;

    private final AtomicLongArray table = new AtomicLongArray(SLOTS * FIELDS);

    /** Marks the span and adds to its costs. */
    void add(long spanId, long now, long cpuNanos, long allocatedBytes, long blockedNanos) {
        int at = find(spanId, true);
        if (at < 0) {
            return;
        }
        table.setPlain(at + TOUCHED, now);
        table.getAndAdd(at + CPU, cpuNanos);
        table.getAndAdd(at + ALLOCATED, allocatedBytes);
        table.getAndAdd(at + BLOCKED, blockedNanos);
    }

    /** Removes the span. Null when it had no sample. */
    SpanSamples take(long spanId, long profileId) {
        int at = find(spanId, false);
        if (at < 0) {
            return null;
        }
        SpanSamples samples = new SpanSamples(profileId, table.getAndSet(at + CPU, 0), table.getAndSet(at + ALLOCATED, 0), table.getAndSet(at + BLOCKED, 0));
        table.set(at, 0);
        return samples;
    }

    /** Frees the slots of spans that nothing has been added to since {@code time}: they were dropped without an end. */
    void forgetBefore(long time) {
        for (int at = 0; at < table.length(); at += FIELDS) {
            long spanId = table.get(at);
            if (spanId != 0 && table.get(at + TOUCHED) < time) {
                take(spanId, 0);
            }
        }
    }

    private int find(long spanId, boolean claim) {
        int first = (int) ((spanId * 0x9E3779B97F4A7C15L) >>> 53);
        int free = -1;
        for (int probe = 0; probe < PROBES; probe++) {
            int at = ((first + probe) & (SLOTS - 1)) * FIELDS;
            long found = table.get(at);
            if (found == spanId) {
                return at;
            }
            if (found == 0 && free < 0) {
                free = at;
            }
        }
        if (!claim || free < 0 || !table.compareAndSet(free, 0, spanId)) {
            return -1;
        }
        // What a late switch of the slot's previous span may have left.
        table.set(free + CPU, 0);
        table.set(free + ALLOCATED, 0);
        table.set(free + BLOCKED, 0);
        return free;
    }
}
