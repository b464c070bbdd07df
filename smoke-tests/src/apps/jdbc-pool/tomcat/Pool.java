import java.sql.Connection;
import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.DataSource;

final class Pool implements AutoCloseable {
    private final DataSource source = new DataSource();

    Pool(String url) {
        source.setUrl(url);
        source.setDriverClassName("org.h2.Driver");
        source.setMaxActive(2);
        source.setInitialSize(1);
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
