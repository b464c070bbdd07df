import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One database call for each request that asks for it, on a table of the request's own: a child that can be told apart.
 * All on one connection, so that the call is all there is in the request's trace.
 */
final class Children {
    private static final String LATE = "-late";
    private static final Connection CONNECTION = connect();
    private static final ScheduledExecutorService LATER = Executors.newScheduledThreadPool(1, task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private Children() {
    }

    private static Connection connect() {
        try {
            return DriverManager.getConnection("jdbc:h2:mem:scenarios");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void prepare() {
        try (Statement statement = CONNECTION.createStatement()) {
            for (int i = 0; i < 100; i++) {
                statement.execute("CREATE TABLE T" + i + " (ID INT)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An id that ends with {@code -late} is for a call after the answer. */
    static String call(String id) {
        if (id.endsWith(LATE)) {
            LATER.schedule(() -> call(id.substring(0, id.length() - LATE.length())), 300, TimeUnit.MILLISECONDS);
            return "child " + id;
        }
        try (Statement statement = CONNECTION.createStatement()) {
            statement.executeQuery("SELECT ID FROM T" + Integer.parseInt(id)).close();
            return "child " + id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
