import com.mchange.v2.c3p0.ComboPooledDataSource;
import java.sql.Connection;
import java.sql.SQLException;

final class Pool extends PoolOptions implements AutoCloseable {
    private final ComboPooledDataSource source = new ComboPooledDataSource();

    Pool(String url, int patienceMillis) {
        source.setJdbcUrl(url);
        source.setDataSourceName(NAME);
        source.setInitialPoolSize(SIZE);
        source.setMinPoolSize(SIZE);
        source.setMaxPoolSize(SIZE);
        source.setCheckoutTimeout(patienceMillis);
        source.setMaxStatements(10);
    }

    Connection borrow() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void close() {
        source.close();
    }
}
