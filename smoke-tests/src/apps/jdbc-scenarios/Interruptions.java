import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements that somebody or something stops. */
final class Interruptions {
    private final Connection connection;
    private final String sleep;

    Interruptions(Connection connection, String sleep) {
        this.connection = connection;
        this.sleep = sleep;
    }

    void run() throws Exception {
        timeout();
        cancel();
    }

    private void timeout() throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            Calls.call("timeout", () -> statement.executeQuery(sleep).next());
        }
    }

    private void cancel() throws Exception {
        try (Statement statement = connection.createStatement()) {
            Thread caller = new Thread(() -> Calls.call("cancel", () -> {
                try {
                    return statement.executeQuery(sleep).next();
                } catch (SQLException e) {
                    return "cancelled"; // which exception depends on who notices first, the driver or the server
                }
            }));
            caller.start();
            while (caller.isAlive()) {
                statement.cancel(); // again and again: the first one may come before the query
                caller.join(50);
            }
        }
    }
}
