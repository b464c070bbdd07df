package io.obsagent.instrumentation.tomcatjdbc;

import io.obsagent.telemetry.pool.ConnectionPools;
import io.obsagent.telemetry.pool.PoolTable;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.apache.tomcat.jdbc.pool.PoolExhaustedException;

/** The pools of Tomcat JDBC, under their names. */
final class TomcatPools extends PoolTable<ConnectionPool> {
    TomcatPools(ConnectionPools pools) {
        super(pools);
    }

    @Override
    protected String name(ConnectionPool pool) {
        return pool.getName();
    }

    @Override
    protected boolean timedOut(Throwable thrown) {
        return thrown instanceof PoolExhaustedException;
    }

    @Override
    public long used(ConnectionPool pool) {
        return pool.getActive();
    }

    @Override
    public long idle(ConnectionPool pool) {
        return pool.getIdle();
    }

    @Override
    public long pending(ConnectionPool pool) {
        return pool.getWaitCount();
    }

    @Override
    public long max(ConnectionPool pool) {
        return pool.getPoolProperties().getMaxActive();
    }

    @Override
    public long idleMin(ConnectionPool pool) {
        return pool.getPoolProperties().getMinIdle();
    }
}
