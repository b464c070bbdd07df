package io.obsagent.profile.chunk;

import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.attribution.SpanIndex;
import io.obsagent.profile.attribution.SpanRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The span of each sampled allocation of one session, and the name of its request as soon as that has ended: for the
 * objects that are found alive minutes later, when nothing else remembers either.
 */
final class AllocationSpans {
    /** 200 samples a second for five minutes; some 6 MiB at the worst, names included. */
    private static final int MOST_ALLOCATIONS = 65_536;
    /** An object enters the list of live ones a few microseconds after its allocation was recorded. */
    private static final long LIVE_DELAY_NANOS = 1_000_000;

    private final SpanIndex index = new SpanIndex(MOST_ALLOCATIONS, 0);
    private final Set<SpanRef> unnamed = new HashSet<>();
    private final Map<Long, String> namesByRoot = new HashMap<>();

    void add(long thread, long time, SpanRef span) {
        index.add(thread, time, time + LIVE_DELAY_NANOS, span);
        if (index.dropped() == 0 && !namesByRoot.containsKey(span.rootSpanId)) {
            unnamed.add(span);
        }
    }

    /** The span that the thread worked for when it allocated an object at that time, or null. */
    SpanRef find(long thread, long time) {
        return index.find(thread, time);
    }

    /** Keeps the names of requests that have ended; to be called once a window, before those are forgotten. */
    void learnNames(SpanAttribution spans) {
        for (Iterator<SpanRef> each = unnamed.iterator(); each.hasNext(); ) {
            SpanRef span = each.next();
            String name = spans.nameOf(span);
            if (name != null) {
                namesByRoot.put(span.rootSpanId, name);
                each.remove();
            }
        }
    }

    /** Null while the request runs. */
    String nameOf(SpanRef span) {
        return namesByRoot.get(span.rootSpanId);
    }
}
