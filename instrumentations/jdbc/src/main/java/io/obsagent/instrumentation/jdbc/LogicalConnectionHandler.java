package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.Connection;
import javax.sql.PooledConnection;

/** The connection that a driver's pooled connection hands out: it leads where that one does. */
@Weave(type = {"javax.sql.PooledConnection", "javax.sql.XAConnection"}, implementors = true, method = "getConnection",
        parameters = {}, common = true)
final class LogicalConnectionHandler extends Handler {
    private final JdbcTelemetry jdbc;

    LogicalConnectionHandler(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return jdbc.clientOf((PooledConnection) self);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (result != null && !jdbc.isKnown((Connection) result)) {
            jdbc.opened((Connection) result, (DatabaseClient) scope);
        }
        return result;
    }
}
