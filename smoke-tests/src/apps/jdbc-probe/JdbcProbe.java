import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Asks a database one question and prints the answer. */
public final class JdbcProbe {
    private JdbcProbe() {
    }

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 6 * 7")) {
            rows.next();
            System.out.println("answer " + rows.getInt(1));
        }
    }
}
