package io.obsagent.instrumentation.jdbc;

import io.obsagent.telemetry.Operation;
import io.obsagent.weave.Weave;

/** Executing a batch: one operation, whatever it holds; an empty one reaches no database and is none. */
@Weave(type = {"java.sql.Statement", "java.sql.PreparedStatement"}, implementors = true,
        method = {"executeBatch", "executeLargeBatch"}, parameters = {})
final class ExecuteBatchHandler extends Execution {
    ExecuteBatchHandler(JdbcTelemetry jdbc) {
        super(jdbc);
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        StatementQuery held = queryOf(self);
        if (held == null || held.batch() == null || held.batch().size() == 0) {
            return null;
        }
        SqlBatch batch = held.batch();
        Operation operation = start(((CollectingQuery) held).asOne());
        if (operation != null) {
            if (batch.size() > 1) {
                operation.set(DatabaseAttributes.BATCH_SIZE, (long) batch.size());
            }
            batch.clear();
        }
        return operation;
    }
}
