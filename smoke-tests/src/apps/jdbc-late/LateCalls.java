import java.sql.Connection;
import java.sql.DriverManager;

/** Loads the driver, waits for a line, then makes the calls of {@code JdbcCalls}. Arguments: URL. */
public final class LateCalls {
    private LateCalls() {
    }

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[0])) {
            connection.createStatement().close();
        }
        System.out.println("driver loaded");
        System.in.read();
        JdbcCalls.main(args);
    }
}
