package io.obsagent.instrumentation.tomcatjdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Giving a connection back. */
@Weave(type = "org.apache.tomcat.jdbc.pool.ConnectionPool", method = "returnConnection", arguments = 0)
final class ReturnHandler extends Handler {
    private final TomcatPools pools;

    ReturnHandler(TomcatPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        pools.returned(a);
        return null;
    }
}
