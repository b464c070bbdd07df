package io.obsagent.profile.engine;

/**
 * How many times wider than asked for the distance between samples must be, so that a second has no more of them than wanted.
 * What one session has shown counts from the next one on. Supervisor thread.
 */
final class Widening {
    private static final double MOST = 64;

    private final double wantedPerSecond;
    private final double bearablePerSecond;
    private double running = 1;
    private double next = 1;
    private boolean tooMany;

    /** @param bearablePerSecond more than that, twice in a row, and the session is ended early */
    Widening(double wantedPerSecond, double bearablePerSecond) {
        this.wantedPerSecond = wantedPerSecond;
        this.bearablePerSecond = bearablePerSecond;
    }

    /**
     * Notes how many samples were taken lately.
     *
     * @return whether the next session should begin at once: not for a burst, because a session that ends forgets which objects are alive
     */
    boolean sampled(double perSecond) {
        next = Math.max(1, Math.min(MOST, running * perSecond / wantedPerSecond));
        boolean again = tooMany;
        tooMany = perSecond > bearablePerSecond && next > running;
        return again && tooMany;
    }

    /** The distance of the session that begins now. */
    long begin(long distance) {
        running = next;
        tooMany = false;
        return (long) (distance * running);
    }
}
