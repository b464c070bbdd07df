import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.dbcp2.BasicDataSource;

final class Pool extends PoolOptions implements AutoCloseable {
    private final BasicDataSource source = new BasicDataSource();

    Pool(String url, int patienceMillis) {
        source.setUrl(url);
        source.setJmxName(NAME);
        source.setInitialSize(SIZE);
        source.setMinIdle(SIZE);
        source.setMaxTotal(SIZE);
        source.setMaxWaitMillis(patienceMillis);
        source.setPoolPreparedStatements(true);
    }

    Connection borrow() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void close() throws SQLException {
        source.close();
    }
}
