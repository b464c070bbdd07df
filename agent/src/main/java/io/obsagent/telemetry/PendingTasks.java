package io.obsagent.telemetry;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * The operations of tasks that were handed over and have not run yet, by the identity of the task object, the oldest
 * first where one object was handed over several times.
 *
 * <p>A task that never runs (dropped by its pool, cancelled) takes its entry with it when it is collected. Holds at
 * most a million tasks; further ones run without context. Thread-safe; its locks are held for a few instructions that
 * call nothing of the application, so they may be taken on any path of the JDK, virtual threads included.
 */
final class PendingTasks {
    private static final int SEGMENTS = 64;
    private static final int MOST_IN_SEGMENT = 16_384;
    private static final int SMALL = 16;

    private final Segment[] segments = new Segment[SEGMENTS];

    PendingTasks() {
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new Segment();
        }
    }

    void add(Object task, Operation operation) {
        int hash = System.identityHashCode(task);
        segments[hash & SEGMENTS - 1].add(task, hash, operation);
    }

    /** Removes and returns the oldest operation of a task, null when it has none. */
    Operation take(Object task) {
        int hash = System.identityHashCode(task);
        Segment segment = segments[hash & SEGMENTS - 1];
        return segment.size == 0 ? null : segment.take(task, hash);
    }

    /** Tasks that wait now. */
    int size() {
        int size = 0;
        for (Segment segment : segments) {
            size += segment.sizeNow();
        }
        return size;
    }

    /** A hand-over, or several in a row, by one operation. */
    private static final class Turn {
        final Operation operation;
        int times = 1;
        Turn next;

        Turn(Operation operation) {
            this.operation = operation;
        }
    }

    /** One waiting task. Its first turn lies in the entry itself: nearly always it is the only one. */
    private static final class Entry extends WeakReference<Object> {
        final int hash;
        Entry next;
        Operation operation;
        int times = 1;
        Turn later;
        Turn last;

        Entry(Object task, ReferenceQueue<Object> queue, int hash, Operation operation, Entry next) {
            super(task, queue);
            this.hash = hash;
            this.operation = operation;
            this.next = next;
        }

        void add(Operation another) {
            if (last == null) {
                if (operation == another) {
                    times++;
                } else {
                    later = new Turn(another);
                    last = later;
                }
            } else if (last.operation == another) {
                last.times++;
            } else {
                last.next = new Turn(another);
                last = last.next;
            }
        }

        /** Takes one turn; true when another one is left. */
        boolean turned() {
            if (--times > 0) {
                return true;
            }
            if (later == null) {
                return false;
            }
            operation = later.operation;
            times = later.times;
            later = later.next;
            if (later == null) {
                last = null;
            }
            return true;
        }
    }

    private static final class Segment {
        private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
        private Entry[] buckets = new Entry[SMALL];
        /** Read without the lock: whoever looks for a task sees at least what was written before its hand-over. */
        private volatile int size;

        private static int at(int hash, Entry[] buckets) {
            return hash >>> 6 & buckets.length - 1;
        }

        synchronized void add(Object task, int hash, Operation operation) {
            expunge();
            for (Entry entry = buckets[at(hash, buckets)]; entry != null; entry = entry.next) {
                if (entry.hash == hash && entry.get() == task) {
                    entry.add(operation);
                    return;
                }
            }
            if (size >= MOST_IN_SEGMENT) {
                return;
            }
            if (size >= buckets.length) {
                grow();
            }
            int i = at(hash, buckets);
            buckets[i] = new Entry(task, gone, hash, operation, buckets[i]);
            size = size + 1;
        }

        private void grow() {
            Entry[] larger = new Entry[2 * buckets.length];
            for (Entry chain : buckets) {
                for (Entry entry = chain, next; entry != null; entry = next) {
                    next = entry.next;
                    int i = at(entry.hash, larger);
                    entry.next = larger[i];
                    larger[i] = entry;
                }
            }
            buckets = larger;
        }

        synchronized Operation take(Object task, int hash) {
            int i = at(hash, buckets);
            Entry before = null;
            for (Entry entry = buckets[i]; entry != null; before = entry, entry = entry.next) {
                if (entry.hash == hash && entry.get() == task) {
                    Operation operation = entry.operation;
                    if (!entry.turned()) {
                        unlink(i, before, entry);
                    }
                    return operation;
                }
            }
            return null;
        }

        private void unlink(int i, Entry before, Entry entry) {
            if (before == null) {
                buckets[i] = entry.next;
            } else {
                before.next = entry.next;
            }
            size = size - 1;
            if (size == 0 && buckets.length > SMALL) {
                buckets = new Entry[SMALL]; // a burst is over
            }
        }

        private void expunge() {
            for (Reference<?> dead = gone.poll(); dead != null; dead = gone.poll()) {
                int i = at(((Entry) dead).hash, buckets);
                Entry before = null;
                for (Entry entry = buckets[i]; entry != null; before = entry, entry = entry.next) {
                    if (entry == dead) {
                        unlink(i, before, entry);
                        break;
                    }
                }
            }
        }

        synchronized int sizeNow() {
            expunge();
            return size;
        }
    }
}
