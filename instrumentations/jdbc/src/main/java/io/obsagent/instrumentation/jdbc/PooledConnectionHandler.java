package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import javax.sql.PooledConnection;

/**
 * A driver's source of connections for transaction managers and pools, which may go round {@code Driver.connect}: the
 * database is told by the URL it was given.
 */
@Weave(type = "javax.sql.XADataSource", implementors = true, method = "getXAConnection", arguments = {})
@Weave(type = "javax.sql.ConnectionPoolDataSource", implementors = true, method = "getPooledConnection", arguments = {})
final class PooledConnectionHandler extends Handler {
    private final JdbcTelemetry jdbc;

    PooledConnectionHandler(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        String url = result == null ? null : DriverClasses.urlOf(scope);
        if (url != null) {
            jdbc.leadsTo((PooledConnection) result, jdbc.client(DatabaseUrl.parse(url)));
        }
        return result;
    }
}
