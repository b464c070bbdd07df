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

    /** Whether somebody who asked for a connection waited in vain, as opposed to all else that may go wrong. */
    protected abstract boolean timedOut(Throwable thrown);

    /** This thread opens a connection for a pool, until {@link Opening#end}. */
    public final Opening opens(P pool) {
        return pools.open(metrics(pool));
    }

    /** This thread fills a pool that cannot be asked anything yet, until {@link Opening#end}. */
    public final Opening fills() {
        return pools.open(null);
    }

    /**
     * Somebody asks a pool for a connection, from now until {@link Request#answered}.
     *
     * @return null when it is the pool itself, filling itself
     */
    public final Request asked(P pool) {
        return pools.worksForPool() ? null : new Request(metrics(pool));
    }

    /** One request for a connection. */
    public final class Request {
        private final ConnectionPool pool;
        private final long since = System.nanoTime();

        private Request(ConnectionPool pool) {
            this.pool = pool;
        }

        /** @param connection what was given; null when there was none */
        public void answered(Object connection, Throwable thrown) {
            if (connection != null) {
                long now = System.nanoTime();
                pool.waited(now - since);
                lent.put(connection, new Loan(pool, now));
            } else if (thrown != null && timedOut(thrown)) {
                pool.timedOut();
            }
        }
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
