import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Calls a driver that does not like questions. Arguments: URL, and "wait" to stay until the input ends. */
public final class Hostile {
    private Hostile() {
    }

    public static void main(String[] args) throws Exception {
        DriverManager.registerDriver(new HostileDriver());
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("SELECT 1 AS prepared")) {
            System.out.println(statement.execute("SELECT 1 AS plain"));
            System.out.println(prepared.execute());
            try {
                connection.getMetaData();
            } catch (SQLException e) {
                System.out.println(e.getMessage());
            }
        }
        System.out.println("done");
        if (args.length > 1) {
            System.in.read();
        }
    }
}
