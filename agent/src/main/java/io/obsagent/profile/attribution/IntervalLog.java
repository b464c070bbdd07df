package io.obsagent.profile.attribution;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Intervals on their way from application threads to the supervisor: a bounded ring, filled by any thread without lock
 * or allocation, emptied by one. Entries arrive at the rate of samples, not of spans, so that a few thousand slots hold
 * many seconds; when the ring is full the newest entry is dropped and counted, and its samples stay unattributed.
 */
final class IntervalLog {
    private static final int FIELDS = 7;

    private final int slots;
    private final long[] values;
    /** Ticket + 1 of the entry that a slot holds: written last by the producer, so it publishes {@link #values}. */
    private final AtomicLongArray published;
    private final AtomicLong tail = new AtomicLong();
    private volatile long head;
    private final AtomicLong dropped = new AtomicLong();

    /** @param slots a power of two */
    IntervalLog(int slots) {
        this.slots = slots;
        this.values = new long[slots * FIELDS];
        this.published = new AtomicLongArray(slots);
    }

    void add(long threadId, long since, long until, long traceHi, long traceLo, long spanId, long rootSpanId) {
        long ticket;
        do {
            ticket = tail.get();
            if (ticket - head >= slots) {
                dropped.incrementAndGet();
                return;
            }
        } while (!tail.compareAndSet(ticket, ticket + 1));
        int slot = (int) (ticket & (slots - 1));
        int at = slot * FIELDS;
        values[at] = threadId;
        values[at + 1] = since;
        values[at + 2] = until;
        values[at + 3] = traceHi;
        values[at + 4] = traceLo;
        values[at + 5] = spanId;
        values[at + 6] = rootSpanId;
        published.setRelease(slot, ticket + 1);
    }

    /** Moves what has been published into {@code index}; one thread at a time. */
    void drainTo(SpanIndex index) {
        long next = head;
        while (true) {
            int slot = (int) (next & (slots - 1));
            if (published.getAcquire(slot) != next + 1) {
                break;
            }
            int at = slot * FIELDS;
            index.add(values[at], values[at + 1], values[at + 2], new SpanRef(values[at + 3], values[at + 4], values[at + 5], values[at + 6]));
            next++;
        }
        head = next;
    }

    /** Entries lost to a full ring since the start. */
    long dropped() {
        return dropped.get();
    }
}
