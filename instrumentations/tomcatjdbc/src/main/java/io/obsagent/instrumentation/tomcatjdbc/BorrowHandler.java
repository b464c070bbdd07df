package io.obsagent.instrumentation.tomcatjdbc;

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

    /** Who asks, and since when. */
    private static final class Request {
        final ConnectionPool pool;
        final long asked = System.nanoTime();

        Request(ConnectionPool pool) {
            this.pool = pool;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return new Request((ConnectionPool) self);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Request request = (Request) scope;
        if (result != null) {
            pools.lent(request.pool, result, request.asked);
        } else if (thrown != null) {
            pools.refused(request.pool);
        }
        return result;
    }
}
