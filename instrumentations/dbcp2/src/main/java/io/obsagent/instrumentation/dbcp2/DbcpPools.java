package io.obsagent.instrumentation.dbcp2;

import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.pool.ConnectionPools;
import io.obsagent.telemetry.pool.PoolTable;
import java.lang.ref.WeakReference;
import java.util.NoSuchElementException;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.PoolableConnectionFactory;

/** The pools of Commons DBCP 2, under their JMX names; the number of waiting threads is not to be had. */
final class DbcpPools extends PoolTable<BasicDataSource> {
    private final WeakTable<PoolableConnectionFactory, WeakReference<BasicDataSource>> fed = new WeakTable<>();

    DbcpPools(ConnectionPools pools) {
        super(pools);
    }

    @Override
    protected String name(BasicDataSource pool) {
        return pool.getJmxName() == null ? "dbcp2" : pool.getJmxName();
    }

    void feeds(PoolableConnectionFactory factory, BasicDataSource pool) {
        fed.put(factory, new WeakReference<>(pool));
    }

    /** The pool that a factory makes connections for; null when that is not known yet. */
    BasicDataSource fedBy(PoolableConnectionFactory factory) {
        WeakReference<BasicDataSource> pool = fed.get(factory);
        return pool == null ? null : pool.get();
    }

    @Override
    protected boolean timedOut(Throwable thrown) {
        Throwable cause = thrown.getCause(); // with a cause of its own it is a connection that cannot be made or is broken
        return cause instanceof NoSuchElementException && cause.getCause() == null;
    }

    @Override
    public long used(BasicDataSource pool) {
        return pool.getNumActive();
    }

    @Override
    public long idle(BasicDataSource pool) {
        return pool.getNumIdle();
    }

    @Override
    public long pending(BasicDataSource pool) {
        return -1;
    }

    @Override
    public long max(BasicDataSource pool) {
        return pool.getMaxTotal();
    }

    @Override
    public long idleMin(BasicDataSource pool) {
        return pool.getMinIdle();
    }
}
