package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.Connection;
import java.sql.Statement;

/** Preparing a statement: its text is analysed here, once. */
@Weave(type = "java.sql.Connection", implementors = true, method = {"prepareStatement", "prepareCall"},
        parameters = {"java.lang.String", "..."})
final class PrepareHandler extends Handler {
    private final JdbcTelemetry jdbc;

    PrepareHandler(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object enter(Object self, Object sql, Object b, Object c, Object d) {
        DatabaseClient client = jdbc.clientOf((Connection) self);
        return client == null ? null : client.query((String) sql);
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (result != null) {
            jdbc.holds((Statement) result, (StatementQuery) scope);
        }
        return result;
    }
}
