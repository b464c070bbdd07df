package io.obsagent.instrumentation.hikaricp;

import com.zaxxer.hikari.pool.HikariPool;
import io.obsagent.telemetry.pool.Opening;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A pool opens a connection, on whatever thread. */
@Weave(type = "com.zaxxer.hikari.pool.PoolBase", method = "newConnection", arguments = {})
final class OpenHandler extends Handler {
    private final HikariPools pools;

    OpenHandler(HikariPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return pools.opens((HikariPool) self);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Opening) scope).end();
        return result;
    }
}
