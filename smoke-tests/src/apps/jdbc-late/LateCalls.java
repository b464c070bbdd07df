import java.sql.Connection;
import java.sql.DriverManager;

/** Loads the driver, waits for a line, then makes the calls of {@code JdbcCalls}. Arguments as there. */
public final class LateCalls {
    private LateCalls() {
    }

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[0])) {
            connection.createStatement().close();
        }
        System.out.println("driver loaded");
        while (System.in.read() != '\n') {
            continue;
        }
        JdbcCalls.main(args);
    }
}
