import com.mchange.v2.c3p0.ComboPooledDataSource;
import java.sql.Connection;
import java.sql.SQLException;

final class Pool implements AutoCloseable {
    private final ComboPooledDataSource source = new ComboPooledDataSource();

    Pool(String url) {
        source.setJdbcUrl(url);
        source.setInitialPoolSize(1);
        source.setMinPoolSize(1);
        source.setMaxPoolSize(2);
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
