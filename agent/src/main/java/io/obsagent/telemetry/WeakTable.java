package io.obsagent.telemetry;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * Remembers something about objects of the application by their identity, without keeping them alive and without
 * touching their {@code equals}. A look-up allocates nothing and takes no lock.
 *
 * <p>Values must not refer to their keys. Thread-safe.
 *
 * @param <K> the objects
 * @param <V> what is remembered
 */
public final class WeakTable<K, V> {
    private static final int SEGMENTS = 16;

    private final Segment<V>[] segments;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public WeakTable() {
        segments = new Segment[SEGMENTS];
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new Segment<>();
        }
    }

    /** What is remembered about the object, null for nothing. */
    public V get(K key) {
        int hash = System.identityHashCode(key);
        return segments[hash & SEGMENTS - 1].get(key, hash);
    }

    /** Remembers a value, replacing the one before. */
    public void put(K key, V value) {
        int hash = System.identityHashCode(key);
        segments[hash & SEGMENTS - 1].put(key, hash, value);
    }

    /** Forgets the object and returns what was remembered. */
    public V remove(K key) {
        int hash = System.identityHashCode(key);
        return segments[hash & SEGMENTS - 1].remove(key, hash);
    }

    /** Objects remembered now; some of them may be gone. */
    public int size() {
        int size = 0;
        for (Segment<V> segment : segments) {
            size += segment.size();
        }
        return size;
    }

    private static final class Node<V> extends WeakReference<Object> {
        final int hash;
        volatile V value;
        volatile Node<V> next;

        Node(Object key, ReferenceQueue<Object> queue, int hash, V value, Node<V> next) {
            super(key, queue);
            this.hash = hash;
            this.value = value;
            this.next = next;
        }
    }

    /** A hash table with chains; writers lock it, readers walk the chains as they are. */
    private static final class Segment<V> {
        private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
        private volatile Node<V>[] buckets = newBuckets(8);
        private int size;

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static <V> Node<V>[] newBuckets(int length) {
            return new Node[length];
        }

        private static int at(int hash, int length) {
            return hash >>> 4 & length - 1;
        }

        V get(Object key, int hash) {
            Node<V>[] now = buckets;
            for (Node<V> node = now[at(hash, now.length)]; node != null; node = node.next) {
                if (node.hash == hash && node.get() == key) {
                    return node.value;
                }
            }
            return null;
        }

        synchronized void put(Object key, int hash, V value) {
            expunge();
            Node<V>[] now = buckets;
            int i = at(hash, now.length);
            for (Node<V> node = now[i]; node != null; node = node.next) {
                if (node.hash == hash && node.get() == key) {
                    node.value = value;
                    return;
                }
            }
            if (size >= now.length) {
                now = grown(now);
                i = at(hash, now.length);
            }
            now[i] = new Node<>(key, gone, hash, value, now[i]);
            buckets = now;
            size++;
        }

        private Node<V>[] grown(Node<V>[] old) {
            Node<V>[] larger = newBuckets(2 * old.length);
            for (Node<V> chain : old) {
                for (Node<V> node = chain; node != null; node = node.next) {
                    Object key = node.get();
                    if (key == null) {
                        size--;
                        node.clear();
                        continue;
                    }
                    int i = at(node.hash, larger.length);
                    // A copy, because readers still walk the old chains.
                    larger[i] = new Node<>(key, gone, node.hash, node.value, larger[i]);
                }
            }
            return larger;
        }

        synchronized V remove(Object key, int hash) {
            expunge();
            Node<V>[] now = buckets;
            int i = at(hash, now.length);
            Node<V> before = null;
            for (Node<V> node = now[i]; node != null; before = node, node = node.next) {
                if (node.hash == hash && node.get() == key) {
                    unlink(now, i, before, node);
                    return node.value;
                }
            }
            return null;
        }

        private void unlink(Node<V>[] now, int i, Node<V> before, Node<V> node) {
            if (before == null) {
                now[i] = node.next;
            } else {
                before.next = node.next;
            }
            buckets = now;
            size--;
        }

        @SuppressWarnings("unchecked")
        private void expunge() {
            for (Object reference = gone.poll(); reference != null; reference = gone.poll()) {
                Node<V> dead = (Node<V>) reference;
                Node<V>[] now = buckets;
                int i = at(dead.hash, now.length);
                Node<V> before = null;
                for (Node<V> node = now[i]; node != null; before = node, node = node.next) {
                    if (node == dead) {
                        unlink(now, i, before, node);
                        break;
                    }
                }
            }
        }

        synchronized int size() {
            expunge();
            return size;
        }
    }
}
