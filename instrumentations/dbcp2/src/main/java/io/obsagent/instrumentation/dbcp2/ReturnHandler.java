package io.obsagent.instrumentation.dbcp2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Giving a connection back. */
@Weave(type = {"org.apache.commons.dbcp2.PoolingDataSource$PoolGuardConnectionWrapper",
        "org.apache.commons.dbcp2.DelegatingConnection"}, method = "close", parameters = {})
final class ReturnHandler extends Handler {
    private final DbcpPools pools;

    ReturnHandler(DbcpPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        pools.returned(self);
        return null;
    }
}
