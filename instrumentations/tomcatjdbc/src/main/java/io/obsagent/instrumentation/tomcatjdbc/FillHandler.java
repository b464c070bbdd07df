package io.obsagent.instrumentation.tomcatjdbc;

import io.obsagent.telemetry.pool.Opening;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** A pool being made fills itself by borrowing from itself; it has not even a name yet. */
@Weave(type = "org.apache.tomcat.jdbc.pool.ConnectionPool", method = "init", arguments = {})
final class FillHandler extends Handler {
    private final TomcatPools pools;

    FillHandler(TomcatPools pools) {
        this.pools = pools;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return pools.fills();
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        ((Opening) scope).end();
        return result;
    }
}
