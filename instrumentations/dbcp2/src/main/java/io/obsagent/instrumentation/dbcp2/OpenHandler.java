package io.obsagent.instrumentation.dbcp2;

import io.obsagent.telemetry.pool.Opening;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.PoolableConnectionFactory;

/** A pool opens a connection, for somebody who asks or to keep enough of them. */
@Weave(type = "org.apache.commons.dbcp2.PoolableConnectionFactory", method = "makeObject", arguments = {})
final class OpenHandler extends Handler {
    private final DbcpPools pools;

    OpenHandler(DbcpPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        BasicDataSource pool = pools.fedBy((PoolableConnectionFactory) self);
        return pool == null ? null : pools.opens(pool);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Opening) scope).end();
        return result;
    }
}
