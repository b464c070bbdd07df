package io.obsagent.instrumentation.dbcp2;

import io.obsagent.telemetry.pool.PoolTable;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.commons.dbcp2.BasicDataSource;

/** Asking a pool for a connection. */
@Weave(type = "org.apache.commons.dbcp2.BasicDataSource", method = "getConnection", parameters = {}, arguments = {})
final class BorrowHandler extends Handler {
    private final DbcpPools pools;

    BorrowHandler(DbcpPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return pools.asked((BasicDataSource) self);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((PoolTable<?>.Request) scope).answered(result, thrown);
        return result;
    }
}
