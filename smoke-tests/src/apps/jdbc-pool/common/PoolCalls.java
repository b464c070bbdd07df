import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Borrows connections from a pool of three and makes two calls on each; then lends two, then all while one more is wanted,
 * then takes them back. Waits for a line or the end of its input before each step. Arguments: URL,
 * and for how many milliseconds the one more waits.
 */
public final class PoolCalls {
    private static final BufferedReader INPUT = new BufferedReader(new InputStreamReader(System.in));

    private PoolCalls() {
    }

    public static void main(String[] args) throws Exception {
        try (Pool pool = new Pool(args[0], Integer.parseInt(args[1]))) {
            for (int i = 0; i < 10; i++) {
                calls(pool);
            }
            loans(pool);
        }
        System.out.println("done");
    }

    private static void calls(Pool pool) throws SQLException {
        try (Connection connection = pool.borrow();
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement(
                        "SELECT CURRENT_DATE FROM INFORMATION_SCHEMA.TABLES WHERE 1 = ?")) {
            statement.execute("SELECT CURRENT_TIMESTAMP FROM INFORMATION_SCHEMA.COLUMNS WHERE 1 = 2");
            prepared.setInt(1, 2);
            try (ResultSet rows = prepared.executeQuery()) {
                System.out.println("rows " + rows.next());
            }
            System.out.println("driver's own " + connection.unwrap(Connection.class).isValid(1));
        }
    }

    private static void loans(Pool pool) throws Exception {
        try (Connection first = pool.borrow(); Connection second = pool.borrow()) {
            step("two lent");
            try (Connection third = pool.borrow()) {
                System.out.println("all lent");
                try (Connection fourth = pool.borrow()) {
                    System.out.println("one too many");
                } catch (SQLException e) {
                    System.out.println("in vain: " + e.getClass().getName());
                }
            }
        }
        step("all back");
    }

    private static void step(String reached) throws Exception {
        System.out.println(reached);
        INPUT.readLine();
    }
}
