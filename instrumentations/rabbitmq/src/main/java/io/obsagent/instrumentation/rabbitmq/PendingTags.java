package io.obsagent.instrumentation.rabbitmq;

/**
 * What waits to be settled on one channel, by the rising tags that AMQP gives: deliveries for the application, publishes
 * for the broker. A ring in the order of tags; settled ones leave holes until those before them are settled too.
 * Thread-safe.
 *
 * @param <V> what is remembered with a tag
 */
final class PendingTags<V> {
    /** An application that never settles must not cost memory without end; the oldest is then given up. */
    private static final int MOST = 1 << 16;

    private final Settled<V> settled;
    private long[] tags = new long[16];
    private Object[] values = new Object[16];
    private int first;
    private int count;
    private boolean closed;

    /** Told of each tag that is settled, under the lock: must be short. */
    interface Settled<V> {
        void settled(V value);
    }

    /** @param settled what happens whenever a tag is given up or cleared */
    PendingTags(Settled<V> settled) {
        this.settled = settled;
    }

    /**
     * Remembers a tag; one that does not rise is not the protocol's and is ignored.
     *
     * @return whether it is pending now; not on a closed channel, whose last deliveries still reach the application
     */
    synchronized boolean add(long tag, V value) {
        if (count > 0 && tag <= tags[at(count - 1)]) {
            return false;
        }
        if (count == MOST) {
            give(0, settled);
            compact();
        }
        if (count == tags.length) {
            grow();
        }
        int slot = at(count++);
        tags[slot] = tag;
        values[slot] = value;
        return !closed;
    }

    /** What belongs to a tag, null when it is not known; for tag 0 ("all so far") the oldest. */
    @SuppressWarnings("unchecked")
    synchronized V get(long tag) {
        int index = tag == 0 && count > 0 ? 0 : find(tag);
        return index < 0 ? null : (V) values[at(index)];
    }

    /** Settles one tag, or all up to it; 0 with {@code multiple} means all. */
    synchronized void settle(long tag, boolean multiple, Settled<V> told) {
        if (closed) {
            return;
        }
        if (multiple) {
            while (count > 0 && (tag == 0 || tags[first] <= tag)) {
                give(0, told);
                removeFirst();
            }
        } else {
            int index = find(tag);
            if (index >= 0) {
                give(index, told);
                compact();
            }
        }
    }

    /** Gives up everything. */
    synchronized void clear() {
        settle(0, true, settled);
    }

    /** The channel is gone, and nothing is pending any more; what a tag stood for can still be asked. */
    @SuppressWarnings("unchecked")
    synchronized void close() {
        for (int i = 0; i < count && !closed; i++) {
            V value = (V) values[at(i)];
            if (value != null) {
                settled.settled(value);
            }
        }
        closed = true;
    }

    @SuppressWarnings("unchecked")
    private void give(int index, Settled<V> told) {
        int slot = at(index);
        V value = (V) values[slot];
        values[slot] = null;
        if (value != null && !closed) {
            told.settled(value);
        }
    }

    private void compact() {
        while (count > 0 && values[first] == null) {
            removeFirst();
        }
    }

    private void removeFirst() {
        first = first + 1 & tags.length - 1;
        count--;
    }

    private int at(int index) {
        return first + index & tags.length - 1;
    }

    private int find(long tag) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            long found = tags[at(middle)];
            if (found == tag) {
                return middle;
            }
            if (found < tag) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private void grow() {
        long[] moreTags = new long[2 * count];
        Object[] moreValues = new Object[2 * count];
        for (int i = 0; i < count; i++) {
            moreTags[i] = tags[at(i)];
            moreValues[i] = values[at(i)];
        }
        tags = moreTags;
        values = moreValues;
        first = 0;
    }
}
