package io.obsagent.instrumentation.dbcp2;

import io.obsagent.telemetry.pool.Opening;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.PoolableConnectionFactory;

/** A pool gets the factory of its connections, which knows nothing of the pool and makes a first connection as a trial. */
@Weave(type = "org.apache.commons.dbcp2.BasicDataSource", method = "createPoolableConnectionFactory", arguments = {})
final class FactoryHandler extends Handler {
    private final DbcpPools pools;

    FactoryHandler(DbcpPools pools) {
        this.pools = pools;
    }

    /** The pool and the time in which it makes the trial. */
    private static final class Trial {
        final BasicDataSource pool;
        final Opening opening;

        Trial(BasicDataSource pool, Opening opening) {
            this.pool = pool;
            this.opening = opening;
        }
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        BasicDataSource pool = (BasicDataSource) self;
        return new Trial(pool, pools.opens(pool));
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Trial trial = (Trial) scope;
        trial.opening.end();
        if (result != null) {
            pools.feeds((PoolableConnectionFactory) result, trial.pool);
        }
        return result;
    }
}
