package io.obsagent.instrumentation.tomcatjdbc;

import io.obsagent.telemetry.pool.PoolTable;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.tomcat.jdbc.pool.ConnectionPool;

/** Asking a pool for a connection. */
@Weave(type = "org.apache.tomcat.jdbc.pool.ConnectionPool", method = "borrowConnection",
        parameters = {"int", "java.lang.String", "java.lang.String"}, arguments = {})
final class BorrowHandler extends Handler {
    private final TomcatPools pools;

    BorrowHandler(TomcatPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return pools.asked((ConnectionPool) self);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((PoolTable<?>.Request) scope).answered(result, thrown);
        return result;
    }
}
