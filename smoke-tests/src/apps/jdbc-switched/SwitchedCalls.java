import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Makes one call for each line of its input and prints it then. Argument: URL. */
public final class SwitchedCalls {
    private SwitchedCalls() {
    }

    public static void main(String[] args) throws Exception {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        try (Connection connection = DriverManager.getConnection(args[0]); Statement statement = connection.createStatement()) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                statement.execute("SELECT 1 AS " + line);
                System.out.println(line);
            }
        }
    }
}
