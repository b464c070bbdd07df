package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.Statement;

/** Forgetting a batch. */
@Weave(type = {"java.sql.Statement", "java.sql.PreparedStatement"}, implementors = true, method = "clearBatch",
        parameters = {})
final class ClearBatchHandler extends Handler {
    private final JdbcTelemetry jdbc;

    ClearBatchHandler(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        StatementQuery held = jdbc.queryOf((Statement) self);
        if (held != null && held.batch() != null) {
            held.batch().clear();
        }
        return null;
    }
}
