import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * Makes each kind of JDBC call a known number of times and prints what the driver answered, so that a run with the
 * agent can be compared with one without. Arguments: URL, and "wait" to stay until the input ends.
 */
public final class JdbcCalls {
    private JdbcCalls() {
    }

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[0])) {
            statements(connection);
            prepared(connection);
            batches(connection);
            failures(connection);
            try (Statement statement = connection.createStatement()) {
                System.out.println("drop " + statement.execute("DROP TABLE accounts"));
            }
        }
        System.out.println("done");
        if (args.length > 1) {
            System.in.read();
        }
    }

    private static void statements(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            System.out.println("create " + statement.execute(
                    "CREATE TABLE accounts (id INT NOT NULL PRIMARY KEY, owner VARCHAR(40))"));
            System.out.println("insert " + statement.executeUpdate("INSERT INTO accounts VALUES (1, 'alice')"));
            System.out.println("update " + statement.executeUpdate(
                    "UPDATE accounts SET owner = 'it''s secret' WHERE id = 1"));
            for (int i = 0; i < 3; i++) {
                try (ResultSet rows = statement.executeQuery("SELECT owner FROM accounts WHERE id = 1")) {
                    rows.next();
                    System.out.println("select " + rows.getString(1));
                }
            }
        }
    }

    private static void prepared(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO accounts VALUES (?, ?)")) {
            for (int i = 10; i < 15; i++) {
                insert.setInt(1, i);
                insert.setString(2, "owner " + i);
                System.out.println("prepared insert " + insert.executeUpdate());
            }
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM accounts WHERE owner = ?")) {
            for (int i = 10; i < 12; i++) {
                select.setString(1, "owner " + i);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    System.out.println("prepared select " + rows.getInt(1));
                }
            }
        }
    }

    private static void batches(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO accounts VALUES (?, ?)")) {
            for (int i = 20; i < 24; i++) {
                insert.setInt(1, i);
                insert.setString(2, "batch");
                insert.addBatch();
            }
            System.out.println("prepared batch " + Arrays.toString(insert.executeBatch()));
        }
        try (Statement statement = connection.createStatement()) {
            statement.addBatch("INSERT INTO accounts VALUES (30, 'x')");
            statement.addBatch("UPDATE accounts SET owner = 'y' WHERE id = 30");
            statement.addBatch("DELETE FROM accounts WHERE id = 30");
            System.out.println("mixed batch " + Arrays.toString(statement.executeBatch()));
        }
    }

    private static void failures(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT nothing FROM missing");
        } catch (SQLException expected) {
            System.out.println("no table: " + expected.getClass().getName() + " " + expected.getMessage());
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO accounts VALUES (?, ?)")) {
            insert.setInt(1, 1);
            insert.setString(2, "same key");
            insert.executeUpdate();
        } catch (SQLException expected) {
            System.out.println("same key: " + expected.getClass().getName() + " " + expected.getSQLState());
        }
    }
}
