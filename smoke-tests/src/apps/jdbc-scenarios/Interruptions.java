import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements that somebody or something stops. */
final class Interruptions {
    private final Connection connection;
    private final Connection observer;
    private final Dialect dialect;

    Interruptions(Connection connection, Connection observer, Dialect dialect) {
        this.connection = connection;
        this.observer = observer;
        this.dialect = dialect;
    }

    void run() throws Exception {
        timeout();
        cancel();
    }

    private void timeout() throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            Calls.call("timeout", () -> statement.executeQuery(dialect.sleep).next());
        }
    }

    private void cancel() throws Exception {
        try (Statement statement = connection.createStatement()) {
            Thread caller = new Thread(() -> Calls.call("cancel", () -> {
                try {
                    return statement.executeQuery(dialect.sleep).next();
                } catch (SQLException e) {
                    return "cancelled"; // which exception depends on who notices first, the driver or the server
                }
            }));
            caller.start();
            awaitSleep(); // PostgreSQL's driver cancels a call once, and the server forgets that before it runs
            statement.cancel();
            caller.join();
        }
    }

    private void awaitSleep() throws Exception {
        try (PreparedStatement question = observer.prepareStatement(dialect.asleep)) {
            while (!isThere(question)) {
                Thread.sleep(10); // each question is a span
            }
        }
    }

    private static boolean isThere(PreparedStatement question) throws SQLException {
        try (ResultSet answer = question.executeQuery()) {
            return answer.next();
        }
    }
}
