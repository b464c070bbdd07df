package io.obsagent.instrumentation.c3p0;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource;

/** Asking a pool for a connection. */
@Weave(type = "com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource", method = "getConnection", parameters = {},
        arguments = {})
final class BorrowHandler extends Handler {
    private final C3p0Pools pools;

    BorrowHandler(C3p0Pools pools) {
        this.pools = pools;
    }

    /** Who asks, and since when. */
    private static final class Request {
        final AbstractPoolBackedDataSource pool;
        final long asked = System.nanoTime();

        Request(AbstractPoolBackedDataSource pool) {
            this.pool = pool;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return new Request((AbstractPoolBackedDataSource) self);
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
