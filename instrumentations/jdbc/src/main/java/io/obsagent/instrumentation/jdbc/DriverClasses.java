package io.obsagent.instrumentation.jdbc;

import java.sql.Connection;

/**
 * The database of a driver's connection or statement that was not seen being opened: by a data source that goes round
 * {@code Driver.connect}, or before the agent was attached. Told by the driver's package, and by the URL where its
 * connection class has a public getter for it; a driver is never asked anything that could reach the server.
 */
final class DriverClasses {
    private static final String[][] PACKAGES = {
        {"org.postgresql.jdbc.", "postgresql"}, {"com.mysql.cj.jdbc.", "mysql"}, {"com.mysql.jdbc.", "mysql"},
        {"org.mariadb.jdbc.", "mariadb"}, {"org.h2.jdbc", "h2database"}, {"org.hsqldb.jdbc.", "hsqldb"},
        {"org.apache.derby.", "derby"}, {"org.sqlite.jdbc", "sqlite"}, {"oracle.jdbc.driver.", "oracle.db"},
        {"com.microsoft.sqlserver.jdbc.", "microsoft.sql_server"}, {"net.sourceforge.jtds.jdbc.", "microsoft.sql_server"},
        {"com.ibm.db2.jcc.", "ibm.db2"}, {"com.clickhouse.jdbc.", "clickhouse"}, {"io.trino.jdbc.", "trino"},
        {"com.sap.db.jdbc.", "sap.hana"}, {"org.firebirdsql.jdbc.", "firebirdsql"}, {"com.amazon.redshift.", "aws.redshift"},
    };

    /** One entry for each class that was asked about; null values stand for wrappers. */
    private static final ClassValue<String> SYSTEMS = new ClassValue<String>() {
        @Override
        protected String computeValue(Class<?> type) {
            String name = type.getName();
            for (String[] driver : PACKAGES) {
                if (name.startsWith(driver[0]) && name.indexOf("$Proxy") < 0 && name.indexOf("Wrapper") < 0) {
                    return driver[1];
                }
            }
            return null;
        }
    };

    private DriverClasses() {}

    static Database databaseOf(Object connectionOrStatement) {
        String system = SYSTEMS.get(connectionOrStatement.getClass());
        if (system == null) {
            return null;
        }
        String url = connectionOrStatement instanceof Connection ? urlOf(connectionOrStatement) : null;
        return url == null ? new Database(system, null, null, -1) : DatabaseUrl.parse(url);
    }

    static boolean isDriverClass(Object connection) {
        return SYSTEMS.get(connection.getClass()) != null;
    }

    /** The URL that a driver's connection or data source tells by a public getter; null when it has none. */
    static String urlOf(Object connection) {
        for (String getter : new String[] {"getURL", "getUrl"}) {
            try {
                Object url = connection.getClass().getMethod(getter).invoke(connection);
                if (url instanceof String) {
                    return (String) url;
                }
            } catch (ReflectiveOperationException | RuntimeException e) {
                continue; // this driver has no such getter, or not in public
            }
        }
        return null;
    }
}
