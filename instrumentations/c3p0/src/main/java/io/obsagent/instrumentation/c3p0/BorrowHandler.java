package io.obsagent.instrumentation.c3p0;

import io.obsagent.telemetry.pool.PoolTable;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource;

/** Asking a pool for a connection. */
@Weave(type = "com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource", method = "getConnection", parameters = {},
        arguments = {})
final class BorrowHandler extends Handler {
    private final C3p0Pools pools;

    BorrowHandler(C3p0Pools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        AbstractPoolBackedDataSource pool = (AbstractPoolBackedDataSource) self;
        pools.remember(pool);
        return pools.asked(pool);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((PoolTable<?>.Request) scope).answered(result, thrown);
        return result;
    }
}
