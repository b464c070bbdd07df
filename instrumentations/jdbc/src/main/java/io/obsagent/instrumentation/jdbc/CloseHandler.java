package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.Connection;
import java.sql.Statement;

/**
 * Closing: what is remembered is forgotten at once instead of at the next garbage collection. A statement of a pool
 * may come back to life; it is prepared again then, or known again by its driver's class.
 */
@Weave(type = {"java.sql.Statement", "java.sql.PreparedStatement", "java.sql.Connection"}, implementors = true,
        method = "close", parameters = {}, common = true)
final class CloseHandler extends Handler {
    private final JdbcTelemetry jdbc;

    CloseHandler(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        if (self instanceof Statement) {
            jdbc.closed((Statement) self);
        } else if (self instanceof Connection) {
            jdbc.closed((Connection) self);
        }
        return null;
    }
}
