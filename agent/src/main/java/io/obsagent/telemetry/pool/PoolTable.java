package io.obsagent.telemetry.pool;

import io.obsagent.telemetry.WeakTable;

/**
 * The pools and lent connections of one kind of pool: from asking for a connection to giving it back. Thread-safe.
 *
 * @param <P> the pool
 */
public abstract class PoolTable<P> implements PoolNumbers<P> {
    private final ConnectionPools pools;
    private final WeakTable<P, ConnectionPool> known = new WeakTable<>();
    private final WeakTable<Object, Loan> lent = new WeakTable<>();

    private static final class Loan {
        final ConnectionPool pool;
        final long since;

        Loan(ConnectionPool pool, long since) {
            this.pool = pool;
            this.since = since;
        }
    }

    protected PoolTable(ConnectionPools pools) {
        this.pools = pools;
    }

    /** What the application calls the pool. */
    protected abstract String name(P pool);

    /** A pool gave a connection to somebody who asked for it at {@code asked} ({@link System#nanoTime()}). */
    public final void lent(P pool, Object connection, long asked) {
        long now = System.nanoTime();
        ConnectionPool metrics = metrics(pool);
        metrics.waited(now - asked);
        lent.put(connection, new Loan(metrics, now));
    }

    /** A pool had no connection to give. */
    public final void refused(P pool) {
        metrics(pool).timedOut();
    }

    /** A connection came back; a second time means nothing. */
    public final void returned(Object connection) {
        Loan loan = lent.remove(connection);
        if (loan != null) {
            loan.pool.used(System.nanoTime() - loan.since);
        }
    }

    private ConnectionPool metrics(P pool) {
        ConnectionPool metrics = known.get(pool);
        if (metrics == null) {
            synchronized (known) {
                metrics = known.get(pool);
                if (metrics == null) {
                    metrics = pools.open(pool, name(pool), this);
                    known.put(pool, metrics);
                }
            }
        }
        return metrics;
    }
}
