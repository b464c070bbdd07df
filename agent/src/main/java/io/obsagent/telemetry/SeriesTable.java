package io.obsagent.telemetry;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Finds the series of a combination of labels without allocating: a hash table from up to six strings to whatever
 * {@link #create} makes of them, once. For operations whose labels are known only at their end (method, route, status).
 *
 * <p>Thread-safe, look-ups are lock-free. It holds at most its capacity; beyond it, {@link #create} is asked each time,
 * which is as right but slower: the instrument behind it folds into its overflow series long before.
 *
 * @param <S> what is found, usually a {@link HistogramSeries}
 */
public abstract class SeriesTable<S> {
    private static final int PROBES = 8;

    private final AtomicReferenceArray<Entry<S>> entries;

    private static final class Entry<S> {
        final int hash;
        final String a;
        final String b;
        final String c;
        final String d;
        final String e;
        final String f;
        final S found;

        Entry(int hash, String a, String b, String c, String d, String e, String f, S found) {
            this.hash = hash;
            this.a = a;
            this.b = b;
            this.c = c;
            this.d = d;
            this.e = e;
            this.f = f;
            this.found = found;
        }
    }

    /** @param capacity a power of two */
    protected SeriesTable(int capacity) {
        entries = new AtomicReferenceArray<>(capacity);
    }

    /** Makes what belongs to labels seen for the first time; null labels are absent ones. */
    protected abstract S create(String a, String b, String c, String d, String e, String f);

    public final S find(String a, String b, String c, String d, String e, String f) {
        int hash = hash(a) * 31 + hash(b);
        hash = (hash * 31 + hash(c)) * 31 + hash(d);
        hash = (hash * 31 + hash(e)) * 31 + hash(f);
        int mask = entries.length() - 1;
        int at = (hash ^ hash >>> 16) & mask;
        for (int probe = 0; probe < PROBES; probe++) {
            Entry<S> entry = entries.get(at + probe & mask);
            if (entry == null) {
                S made = create(a, b, c, d, e, f);
                entries.compareAndSet(at + probe & mask, null, new Entry<>(hash, a, b, c, d, e, f, made));
                return made;
            }
            if (entry.hash == hash && same(entry.a, a) && same(entry.b, b) && same(entry.c, c)
                    && same(entry.d, d) && same(entry.e, e) && same(entry.f, f)) {
                return entry.found;
            }
        }
        return create(a, b, c, d, e, f);
    }

    private static int hash(String label) {
        return label == null ? 0 : label.hashCode();
    }

    private static boolean same(String x, String y) {
        return x == null ? y == null : x.equals(y);
    }
}
