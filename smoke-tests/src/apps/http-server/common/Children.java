import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One database call for each request that asks for it, on a table of the request's own: a child that can be told apart. */
final class Children {
    private static final String URL = "jdbc:h2:mem:scenarios;DB_CLOSE_DELAY=-1";

    private Children() {
    }

    static void prepare() {
        try (Connection connection = DriverManager.getConnection(URL); Statement statement = connection.createStatement()) {
            for (int i = 0; i < 100; i++) {
                statement.execute("CREATE TABLE T" + i + " (ID INT)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String call(String id) {
        try (Connection connection = DriverManager.getConnection(URL); Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT ID FROM T" + Integer.parseInt(id)).close();
            return "child " + id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
