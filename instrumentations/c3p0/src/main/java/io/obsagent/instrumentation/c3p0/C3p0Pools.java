package io.obsagent.instrumentation.c3p0;

import io.obsagent.telemetry.pool.ConnectionPools;
import io.obsagent.telemetry.pool.PoolTable;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource;
import java.sql.SQLException;

/** The pools of c3p0, under their data source names. */
final class C3p0Pools extends PoolTable<AbstractPoolBackedDataSource> {
    C3p0Pools(ConnectionPools pools) {
        super(pools);
    }

    @Override
    protected String name(AbstractPoolBackedDataSource pool) {
        return pool.getDataSourceName();
    }

    @Override
    public long used(AbstractPoolBackedDataSource pool) {
        try {
            return pool.getNumBusyConnectionsDefaultUser();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long idle(AbstractPoolBackedDataSource pool) {
        try {
            return pool.getNumIdleConnectionsDefaultUser();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long pending(AbstractPoolBackedDataSource pool) {
        try {
            return pool.getNumThreadsAwaitingCheckoutDefaultUser();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long max(AbstractPoolBackedDataSource pool) {
        return pool instanceof ComboPooledDataSource ? ((ComboPooledDataSource) pool).getMaxPoolSize() : -1;
    }

    @Override
    public long idleMin(AbstractPoolBackedDataSource pool) {
        return pool instanceof ComboPooledDataSource ? ((ComboPooledDataSource) pool).getMinPoolSize() : -1;
    }
}
