import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import org.sqlite.jdbc4.JDBC4Connection;

/** A driver that runs statements of its own and refuses to be asked. */
public final class HostileDriver implements Driver {
    private static final String PREFIX = "jdbc:hostile://db.example/";

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        return acceptsURL(url) ? new HostileConnection(properties) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    private static final class HostileConnection extends JDBC4Connection {
        HostileConnection(Properties properties) throws SQLException {
            super("jdbc:sqlite::memory:", ":memory:", properties);
            createStatement().execute("SELECT 1 AS opening");
        }

        @Override
        public DatabaseMetaData getMetaData() throws SQLException {
            createStatement().execute("SELECT 1 AS asking");
            throw new SQLException("no meta data");
        }

        @Override
        public Properties getClientInfo() throws SQLException {
            throw new SQLException("no client info");
        }

        @Override
        public String getClientInfo(String name) throws SQLException {
            throw new SQLException("no client info");
        }

        @Override
        public String getCatalog() throws SQLException {
            throw new SQLException("no catalog");
        }
    }
}
