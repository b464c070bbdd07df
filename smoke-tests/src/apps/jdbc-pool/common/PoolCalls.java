import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;

/** Borrows connections from a pool and makes two calls on each. Arguments: URL, and "wait" to stay until the input ends. */
public final class PoolCalls {
    private PoolCalls() {
    }

    public static void main(String[] args) throws Exception {
        try (Pool pool = new Pool(args[0])) {
            for (int i = 0; i < 10; i++) {
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
        }
        System.out.println("done");
        if (args.length > 1) {
            System.in.read();
        }
    }
}
