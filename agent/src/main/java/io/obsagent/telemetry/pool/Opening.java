package io.obsagent.telemetry.pool;

import io.obsagent.telemetry.HistogramSeries;

/** The time in which one thread opens a connection for a pool. Used by that thread only. */
public final class Opening {
    final Opening outer;
    /** Null while it is not known which one. */
    final ConnectionPool pool;
    private final ConnectionPools pools;
    private final long since = System.nanoTime();

    Opening(ConnectionPools pools, ConnectionPool pool, Opening outer) {
        this.pools = pools;
        this.pool = pool;
        this.outer = outer;
    }

    /** {@link System#nanoTime()} when the pool began. */
    public long since() {
        return since;
    }

    /** Where the time to open the connection is recorded. */
    public HistogramSeries createTime() {
        return pool.createTime();
    }

    /** The connection is there, or will not be. */
    public void end() {
        pools.closed(this);
    }
}
