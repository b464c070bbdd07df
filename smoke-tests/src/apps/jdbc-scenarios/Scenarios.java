import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import javax.sql.XADataSource;

/**
 * Whatever else JDBC has than plain calls, on any database, printed so that a run with the agent can be compared with
 * one without. Arguments: URL, and "wait" to stay until the input ends.
 */
public final class Scenarios {
    private final Dialect dialect;
    private final String url;
    private final Connection connection;

    private Scenarios(String url) throws SQLException {
        this.url = url;
        this.dialect = Dialect.of(url);
        this.connection = DriverManager.getConnection(url);
    }

    public static void main(String[] args) throws Exception {
        new Scenarios(args[0]).run();
        System.out.println("done");
        if (args.length > 1) {
            System.in.read();
        }
    }

    /** Reads a result to its end and closes it. */
    static int rows(ResultSet result) throws SQLException {
        try (ResultSet rows = result) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private void run() throws Exception {
        try (connection; Statement statement = connection.createStatement()) {
            Calls.call("create", () -> statement.executeUpdate(
                    "CREATE TABLE orders (id " + dialect.generatedKey + ", item VARCHAR(40))"));
            generatedKeys(statement);
            new Transactions(connection, statement).run();
            if (dialect.procedure != null) {
                procedure(statement);
            }
            largeUpdates(statement);
            batches(statement);
            streaming();
            questions();
            if (dialect.sleep != null) {
                try (Connection observer = DriverManager.getConnection(url)) {
                    new Interruptions(connection, observer, dialect).run();
                }
            }
            if (dialect.xaSource != null) {
                Transactions.twoPhase(xaSource());
            }
            Calls.call("drop", () -> statement.executeUpdate("DROP TABLE orders"));
        }
    }

    private void generatedKeys(Statement statement) throws SQLException {
        Calls.call("generated key", () -> {
            statement.executeUpdate("INSERT INTO orders (item) VALUES ('first')", Statement.RETURN_GENERATED_KEYS);
            return key(statement);
        });
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO orders (item) VALUES (?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, "second");
            Calls.call("prepared generated key", () -> {
                insert.executeUpdate();
                return key(insert);
            });
        }
    }

    private static int key(Statement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getInt(1);
        }
    }

    private void procedure(Statement statement) throws SQLException {
        Calls.call("create procedure", () -> statement.execute(dialect.procedure));
        try (CallableStatement call = connection.prepareCall(dialect.call())) {
            call.registerOutParameter(dialect.outParameter(), Types.INTEGER);
            for (int amount = 20; amount < 22; amount++) {
                call.setInt(dialect.inParameter(), amount);
                Calls.call("procedure", () -> {
                    call.execute();
                    return call.getInt(dialect.outParameter());
                });
            }
        }
        Calls.call("drop procedure", () -> statement.execute("DROP " + dialect.procedure.split(" ")[1] + " doubled"));
    }

    private void largeUpdates(Statement statement) throws SQLException {
        Calls.call("large update", () -> statement.executeLargeUpdate("UPDATE orders SET item = 'x' WHERE id < 0"));
        try (PreparedStatement update = connection.prepareStatement("UPDATE orders SET item = ? WHERE id < 0")) {
            update.setString(1, "y");
            Calls.call("prepared large update", update::executeLargeUpdate);
        }
    }

    /** Empty, of one, large, failing, and once more after the failure. */
    private static void batches(Statement statement) throws SQLException {
        Calls.aside("empty batch", () -> statement.executeBatch().length);
        statement.addBatch("UPDATE orders SET item = 'z' WHERE id < 0");
        Calls.call("batch of one", () -> statement.executeBatch().length);
        statement.addBatch("UPDATE orders SET item = 'z' WHERE id < 0");
        statement.addBatch("UPDATE orders SET item = 'z' WHERE id < 0");
        Calls.call("large batch", () -> statement.executeLargeBatch().length);
        statement.clearBatch();
        statement.addBatch("UPDATE missing SET item = 'z'");
        Calls.call("failing batch", () -> statement.executeBatch().length);
        statement.clearBatch();
        statement.addBatch("UPDATE orders SET item = 'z' WHERE id < 0");
        Calls.call("batch after the failure", () -> statement.executeBatch().length);
    }

    private void streaming() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO orders (item) VALUES (?)")) {
            for (int i = 0; i < 50; i++) {
                insert.setString(1, "row " + i);
                insert.addBatch();
            }
            Calls.call("fill", () -> insert.executeBatch().length);
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(dialect.streamingFetchSize);
            Calls.call("streaming", () -> rows(statement.executeQuery("SELECT item FROM orders")));
            Calls.call("streaming, closed early", () -> {
                try (ResultSet rows = statement.executeQuery("SELECT item FROM orders")) {
                    return rows.next();
                }
            });
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void questions() {
        Calls.aside("valid", () -> connection.isValid(5));
        Calls.aside("product", () -> connection.getMetaData().getDatabaseProductName());
        Calls.aside("user", () -> connection.getMetaData().getUserName());
        Calls.aside("client info", () -> {
            connection.setClientInfo("ApplicationName", "scenarios");
            return connection.getClientInfo("ApplicationName");
        });
    }

    /** By reflection, so that one source serves every driver. */
    private XADataSource xaSource() throws ReflectiveOperationException {
        XADataSource source = (XADataSource) Class.forName(dialect.xaSource).getConstructor().newInstance();
        for (Method method : source.getClass().getMethods()) {
            if (method.getName().equalsIgnoreCase("setUrl")) {
                method.invoke(source, url);
                return source;
            }
        }
        String database = url.substring("jdbc:derby:".length(), url.indexOf(';'));
        source.getClass().getMethod("setDatabaseName", String.class).invoke(source, database);
        return source;
    }
}
