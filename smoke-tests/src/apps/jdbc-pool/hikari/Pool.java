import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

final class Pool extends PoolOptions implements AutoCloseable {
    private final HikariDataSource source;

    Pool(String url, int patienceMillis) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(NAME);
        config.setMinimumIdle(SIZE);
        config.setMaximumPoolSize(SIZE);
        config.setConnectionTimeout(patienceMillis);
        source = new HikariDataSource(config);
    }

    Connection borrow() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void close() {
        source.close();
    }
}
