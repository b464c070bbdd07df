package io.obsagent.instrumentation.c3p0;

import com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource;
import io.obsagent.telemetry.pool.Opening;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A pool opens a connection, on one of its own threads. */
@Weave(type = "com.mchange.v2.c3p0.WrapperConnectionPoolDataSource", method = "getPooledConnection", arguments = {})
final class OpenHandler extends Handler {
    private final C3p0Pools pools;

    OpenHandler(C3p0Pools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        AbstractPoolBackedDataSource pool = pools.fedBy(self);
        return pool == null ? null : pools.opens(pool);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Opening) scope).end();
        return result;
    }
}
