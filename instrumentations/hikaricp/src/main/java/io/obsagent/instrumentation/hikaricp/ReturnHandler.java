package io.obsagent.instrumentation.hikaricp;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Giving a connection back. */
@Weave(type = "com.zaxxer.hikari.pool.ProxyConnection", method = "close", parameters = {})
final class ReturnHandler extends Handler {
    private final HikariPools pools;

    ReturnHandler(HikariPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        pools.returned(self);
        return null;
    }
}
