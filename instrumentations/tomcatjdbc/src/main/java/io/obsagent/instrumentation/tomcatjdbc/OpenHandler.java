package io.obsagent.instrumentation.tomcatjdbc;

import io.obsagent.telemetry.pool.Opening;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.tomcat.jdbc.pool.ConnectionPool;

/** A pool opens a connection, for somebody who asks or to fill itself. */
@Weave(type = "org.apache.tomcat.jdbc.pool.ConnectionPool", method = {"createConnection", "borrowConnection"},
        parameters = {"long", "org.apache.tomcat.jdbc.pool.PooledConnection", "..."}, arguments = {})
final class OpenHandler extends Handler {
    private final TomcatPools pools;

    OpenHandler(TomcatPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return pools.opens((ConnectionPool) self);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Opening) scope).end();
        return result;
    }
}
