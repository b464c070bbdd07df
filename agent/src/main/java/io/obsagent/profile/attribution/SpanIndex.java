package io.obsagent.profile.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Answers which span a thread worked for at a time, from the intervals collected so far. What lies in no interval is
 * unattributed: the answer is never the nearest span.
 *
 * <p>Bounded; belongs to the supervisor thread.
 */
public final class SpanIndex {
    private final Map<Long, ThreadIntervals> threads = new HashMap<>();
    private final int mostIntervals;
    private final long margin;
    private int size;
    private long dropped;

    /**
     * @param mostIntervals further ones are dropped and counted; each takes about 80 bytes
     * @param margin nanoseconds at both ends of an interval that count as unknown: the error between the clocks of samples and of intervals
     */
    public SpanIndex(int mostIntervals, long margin) {
        this.mostIntervals = mostIntervals;
        this.margin = margin;
    }

    /** Times are of {@link System#nanoTime()}; {@code until} is {@link Long#MAX_VALUE} while the interval is open. */
    public void add(long threadId, long since, long until, SpanRef span) {
        if (size >= mostIntervals) {
            dropped++;
            return;
        }
        size++;
        threads.computeIfAbsent(threadId, id -> new ThreadIntervals()).add(new Interval(since, until, span));
    }

    /** The span of the thread at that time, or null. */
    public SpanRef find(long threadId, long time) {
        ThreadIntervals intervals = threads.get(threadId);
        return intervals == null ? null : intervals.find(time, margin);
    }

    /** Forgets open intervals, which are recorded afresh for each chunk, and those that ended before {@code time}. */
    public void forgetBefore(long time) {
        size = 0;
        for (Iterator<ThreadIntervals> each = threads.values().iterator(); each.hasNext(); ) {
            ThreadIntervals intervals = each.next();
            intervals.forgetBefore(time);
            if (intervals.list.isEmpty()) {
                each.remove();
            }
            size += intervals.list.size();
        }
    }

    /** Intervals lost to the bound since the start. */
    public long dropped() {
        return dropped;
    }

    private static final class Interval {
        final long since;
        final long until;
        final SpanRef span;

        Interval(long since, long until, SpanRef span) {
            this.since = since;
            this.until = until;
            this.span = span;
        }
    }

    private static final class ThreadIntervals {
        private static final Comparator<Interval> BY_START = Comparator.comparingLong(interval -> interval.since);

        final List<Interval> list = new ArrayList<>();
        private boolean sorted = true;

        void add(Interval interval) {
            sorted = list.isEmpty() || sorted && list.get(list.size() - 1).since <= interval.since;
            list.add(interval);
        }

        SpanRef find(long time, long margin) {
            if (!sorted) {
                list.sort(BY_START);
                sorted = true;
            }
            int low = 0;
            int high = list.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (list.get(middle).since <= time - margin) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            // An interval that was open when the chunk ended may stand here twice, open and closed, with one start.
            return high >= 0 && time <= list.get(high).until - margin ? list.get(high).span : null;
        }

        void forgetBefore(long time) {
            list.removeIf(interval -> interval.until == Long.MAX_VALUE || interval.until < time);
        }
    }
}
