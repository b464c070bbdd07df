package io.obsagent.instrumentation.hikaricp;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import com.zaxxer.hikari.pool.HikariPool;

/** Asking a pool for a connection. */
@Weave(type = "com.zaxxer.hikari.pool.HikariPool", method = "getConnection", parameters = "long", arguments = {})
final class BorrowHandler extends Handler {
    private final HikariPools pools;

    BorrowHandler(HikariPools pools) {
        this.pools = pools;
    }

    /** Who asks, and since when. */
    private static final class Request {
        final HikariPool pool;
        final long asked = System.nanoTime();

        Request(HikariPool pool) {
            this.pool = pool;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return new Request((HikariPool) self);
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
