package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.Connection;
import java.sql.Statement;

/** Creating a statement without a text: it is remembered that it leads to the connection's database. */
@Weave(type = "java.sql.Connection", implementors = true, method = "createStatement")
final class CreateStatementHandler extends Handler {
    private final JdbcTelemetry jdbc;

    CreateStatementHandler(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        DatabaseClient client = jdbc.clientOf((Connection) self);
        return client == null ? null : client.withoutText();
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (result != null) {
            jdbc.holds((Statement) result, (StatementQuery) scope);
        }
        return result;
    }
}
