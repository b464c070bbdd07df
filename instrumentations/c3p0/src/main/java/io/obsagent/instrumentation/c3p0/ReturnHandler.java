package io.obsagent.instrumentation.c3p0;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Giving a connection back. */
@Weave(type = {"com.mchange.v2.c3p0.impl.NewProxyConnection", "com.mchange.v2.c3p0.impl.AbstractNewProxyConnection"},
        method = "close", parameters = {})
final class ReturnHandler extends Handler {
    private final C3p0Pools pools;

    ReturnHandler(C3p0Pools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        pools.returned(self);
        return null;
    }
}
