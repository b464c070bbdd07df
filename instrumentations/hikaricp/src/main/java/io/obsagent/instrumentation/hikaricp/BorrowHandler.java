package io.obsagent.instrumentation.hikaricp;

import io.obsagent.telemetry.pool.PoolTable;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import com.zaxxer.hikari.pool.HikariPool;

/** Asking a pool for a connection. */
@Weave(type = "com.zaxxer.hikari.pool.HikariPool", method = "getConnection", parameters = "long", arguments = {})
final class BorrowHandler extends Handler {
    private final HikariPools pools;

    BorrowHandler(HikariPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return pools.asked((HikariPool) self);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((PoolTable<?>.Request) scope).answered(result, thrown);
        return result;
    }
}
