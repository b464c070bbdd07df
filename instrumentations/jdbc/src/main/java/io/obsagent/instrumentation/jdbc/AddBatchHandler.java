package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.Statement;

/** Collecting a batch. */
@Weave(type = {"java.sql.Statement", "java.sql.PreparedStatement"}, implementors = true, method = "addBatch",
        arguments = 0)
final class AddBatchHandler extends Handler {
    private final JdbcTelemetry jdbc;

    AddBatchHandler(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object enter(Object self, Object sql, Object b, Object c, Object d) {
        StatementQuery held = jdbc.queryOf((Statement) self);
        if (held == null) {
            return null;
        }
        CollectingQuery collecting;
        if (held instanceof CollectingQuery) {
            collecting = (CollectingQuery) held;
        } else {
            collecting = new CollectingQuery(held);
            jdbc.holds((Statement) self, collecting);
        }
        SqlQuery added = sql instanceof String ? held.client().query((String) sql).query() : held.query();
        if (added != null) {
            collecting.batch().add(added);
        }
        return null;
    }
}
