package io.obsagent.instrumentation.dbcp2;

import io.obsagent.telemetry.pool.ConnectionPools;
import io.obsagent.telemetry.pool.PoolTable;
import org.apache.commons.dbcp2.BasicDataSource;

/** The pools of Commons DBCP 2, under their JMX names; the number of waiting threads is not to be had. */
final class DbcpPools extends PoolTable<BasicDataSource> {
    DbcpPools(ConnectionPools pools) {
        super(pools);
    }

    @Override
    protected String name(BasicDataSource pool) {
        return pool.getJmxName() == null ? "dbcp2" : pool.getJmxName();
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
