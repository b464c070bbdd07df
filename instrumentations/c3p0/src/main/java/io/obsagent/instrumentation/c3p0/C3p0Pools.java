package io.obsagent.instrumentation.c3p0;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource;
import com.mchange.v2.resourcepool.TimeoutException;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.pool.ConnectionPools;
import io.obsagent.telemetry.pool.PoolTable;
import java.lang.ref.WeakReference;
import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;

/** The pools of c3p0, under their data source names. */
final class C3p0Pools extends PoolTable<AbstractPoolBackedDataSource> {
    private final WeakTable<ConnectionPoolDataSource, WeakReference<AbstractPoolBackedDataSource>> fed = new WeakTable<>();

    C3p0Pools(ConnectionPools pools) {
        super(pools);
    }

    @Override
    protected String name(AbstractPoolBackedDataSource pool) {
        return pool.getDataSourceName();
    }

    @Override
    protected boolean timedOut(Throwable thrown) {
        return thrown.getCause() instanceof TimeoutException;
    }

    /** Its source of connections does not know the pool; the pool knows its source. */
    void remember(AbstractPoolBackedDataSource pool) {
        ConnectionPoolDataSource source = pool.getConnectionPoolDataSource();
        if (source != null && fed.get(source) == null) {
            fed.put(source, new WeakReference<>(pool));
        }
    }

    /** The pool that a source makes connections for; null when nobody has asked it for any. */
    AbstractPoolBackedDataSource fedBy(Object source) {
        WeakReference<AbstractPoolBackedDataSource> pool = fed.get((ConnectionPoolDataSource) source);
        return pool == null ? null : pool.get();
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
