import java.sql.Connection;
import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.DataSource;

final class Pool extends PoolOptions implements AutoCloseable {
    private final DataSource source = new DataSource();

    Pool(String url, int patienceMillis) {
        source.setUrl(url);
        source.setDriverClassName("org.h2.Driver");
        source.setName(NAME);
        source.setInitialSize(SIZE);
        source.setMinIdle(SIZE);
        source.setMaxActive(SIZE);
        source.setMaxWait(patienceMillis);
        source.setJdbcInterceptors("StatementCache");
    }

    Connection borrow() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void close() {
        source.close();
    }
}
