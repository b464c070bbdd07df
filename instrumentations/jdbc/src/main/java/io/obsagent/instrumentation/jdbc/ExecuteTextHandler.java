package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Weave;

/** Executing a text given with the call. */
@Weave(type = "java.sql.Statement", implementors = true,
        method = {"executeQuery", "executeUpdate", "executeLargeUpdate"}, parameters = {"java.lang.String", "..."})
@Weave(type = "java.sql.Statement", implementors = true, method = "execute", parameters = {"java.lang.String", "..."},
        common = true)
final class ExecuteTextHandler extends Execution {
    ExecuteTextHandler(JdbcTelemetry jdbc) {
        super(jdbc);
    }

    @Override
    public Object enter(Object self, Object sql, Object b, Object c, Object d) {
        StatementQuery held = queryOf(self);
        return held == null ? null : start(held.client().query((String) sql));
    }
}
