package io.obsagent.instrumentation.dbcp2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.commons.dbcp2.BasicDataSource;

/** Asking a pool for a connection. */
@Weave(type = "org.apache.commons.dbcp2.BasicDataSource", method = "getConnection", parameters = {}, arguments = {})
final class BorrowHandler extends Handler {
    private final DbcpPools pools;

    BorrowHandler(DbcpPools pools) {
        this.pools = pools;
    }

    /** Who asks, and since when. */
    private static final class Request {
        final BasicDataSource pool;
        final long asked = System.nanoTime();

        Request(BasicDataSource pool) {
            this.pool = pool;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return new Request((BasicDataSource) self);
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
