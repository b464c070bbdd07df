package io.obsagent.instrumentation.hikaricp;

import com.zaxxer.hikari.pool.HikariPool;
import io.obsagent.telemetry.pool.ConnectionPools;
import io.obsagent.telemetry.pool.PoolTable;
import java.sql.SQLTransientConnectionException;

/** The pools of HikariCP, under the names that the application or HikariCP gave them. */
final class HikariPools extends PoolTable<HikariPool> {
    HikariPools(ConnectionPools pools) {
        super(pools);
    }

    @Override
    protected String name(HikariPool pool) {
        return pool.config.getPoolName();
    }

    @Override
    protected boolean timedOut(Throwable thrown) {
        return thrown instanceof SQLTransientConnectionException;
    }

    @Override
    public long used(HikariPool pool) {
        return pool.getActiveConnections();
    }

    @Override
    public long idle(HikariPool pool) {
        return pool.getIdleConnections();
    }

    @Override
    public long pending(HikariPool pool) {
        return pool.getThreadsAwaitingConnection();
    }

    @Override
    public long max(HikariPool pool) {
        return pool.config.getMaximumPoolSize();
    }

    @Override
    public long idleMin(HikariPool pool) {
        return pool.config.getMinimumIdle();
    }
}
