package io.obsagent.instrumentation.jdbc;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.Connection;

/**
 * A driver's own data source, which may open connections without {@code Driver.connect}: the database is told by the
 * URL it was given. No operation: a pool's {@code getConnection} is no database call.
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
            String url = DriverClasses.urlOf(scope);
            if (url != null) {
                jdbc.opened((Connection) result, jdbc.client(DatabaseUrl.parse(url)));
            }
        }
        return result;
    }
}
