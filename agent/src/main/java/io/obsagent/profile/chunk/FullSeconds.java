package io.obsagent.profile.chunk;

import java.util.BitSet;

/** Which events lie in some second with as many as the profiler's limit, and close together: there it may have dropped others. */
final class FullSeconds {
    private static final long SECOND_NANOS = 1_000_000_000L;
    /** Of a limit; the profiler's seconds are its own, and one more sample or less is let through. */
    private static final double FULL = 0.9;
    /** Parts of a second: who came slower than that before a flood was not dropped with it. */
    private static final int PARTS = 20;

    private FullSeconds() {}

    /**
     * @param times in ascending order
     * @param limit of a second; 0 for none
     * @return the places of the events in full seconds
     */
    static BitSet find(long[] times, int limit) {
        BitSet found = within(times, (int) (limit * FULL), SECOND_NANOS);
        found.and(within(times, limit / PARTS, SECOND_NANOS / PARTS));
        return found;
    }

    /** Those in some stretch that long with at least that many. */
    private static BitSet within(long[] times, int most, long nanos) {
        BitSet found = new BitSet(times.length);
        for (int first = 0; most > 0 && first + most <= times.length; first++) {
            if (times[first + most - 1] - times[first] < nanos) {
                found.set(first, first + most);
            }
        }
        return found;
    }
}
