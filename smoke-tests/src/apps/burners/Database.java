import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database in this process whose queries burn: what runs inside of a call of the driver belongs to that call. */
public final class Database {
    private static final String URL = "jdbc:h2:mem:burners;DB_CLOSE_DELAY=-1";

    private Database() {
    }

    static void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL); Statement statement = connection.createStatement()) {
            for (int kind = 0; kind < Burners.KINDS; kind++) {
                statement.execute("CREATE ALIAS BURN_" + kind + " FOR \"Database.burn" + kind + "\"");
            }
        }
    }

    static void call(int kind) {
        try (Connection connection = DriverManager.getConnection(URL); Statement statement = connection.createStatement()) {
            statement.execute("CALL BURN_" + kind % Burners.KINDS + "()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int burn0() {
        Burners.burn(0, 1_000);
        return 0;
    }

    public static int burn1() {
        Burners.burn(1, 1_000);
        return 1;
    }

    public static int burn2() {
        Burners.burn(2, 1_000);
        return 2;
    }

    public static int burn3() {
        Burners.burn(3, 1_000);
        return 3;
    }
}
