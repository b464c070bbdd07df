package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Weave;

/** Executing what was prepared. */
@Weave(type = "java.sql.PreparedStatement", implementors = true,
        method = {"executeQuery", "executeUpdate", "executeLargeUpdate"}, parameters = {})
@Weave(type = "java.sql.PreparedStatement", implementors = true, method = "execute", parameters = {}, common = true)
final class ExecutePreparedHandler extends Execution {
    ExecutePreparedHandler(JdbcTelemetry jdbc) {
        super(jdbc);
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        StatementQuery held = queryOf(self);
        return held == null ? null : start(held);
    }
}
