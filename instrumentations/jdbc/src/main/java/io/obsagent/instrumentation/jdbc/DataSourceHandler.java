package io.obsagent.instrumentation.jdbc;

import io.obsagent.telemetry.pool.Opening;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.Connection;

/**
 * A driver's own data source, which may open connections without {@code Driver.connect}: the database is told by the
 * URL it was given. No operation: a pool's {@code getConnection} is no database call. The time is recorded where a pool
 * asks; without one nobody knows whether the driver keeps connections itself.
 */
@Weave(type = "javax.sql.DataSource", implementors = true, method = "getConnection", arguments = {})
final class DataSourceHandler extends Handler {
    private final JdbcTelemetry jdbc;

    DataSourceHandler(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (result != null && DriverClasses.isDriverClass(result) && !jdbc.isKnown((Connection) result)) {
            Opening opening = jdbc.opening();
            if (opening != null) {
                opening.createTime().record(System.nanoTime() - opening.since());
            }
            String url = DriverClasses.urlOf(scope);
            if (url == null) {
                jdbc.clientOf((Connection) result);
            } else {
                jdbc.opened((Connection) result, jdbc.client(DatabaseUrl.parse(url)));
            }
        }
        return result;
    }
}
