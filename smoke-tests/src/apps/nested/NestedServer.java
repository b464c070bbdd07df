import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;

/** {@code /ask} works for 30 ms itself and then 30 ms in a database within this process. */
public final class NestedServer {
    private NestedServer() {
    }

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:nested"); Statement statement = connection.createStatement()) {
            statement.execute("CREATE ALIAS WORK FOR \"NestedServer.inDatabase\"");
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.setExecutor(Executors.newSingleThreadExecutor());
            server.createContext("/ask", exchange -> answer(exchange, statement));
            server.start();
            System.out.println("port " + server.getAddress().getPort());
            while (System.in.read() >= 0) {
                continue;
            }
        }
        System.exit(0);
    }

    private static void answer(HttpExchange exchange, Statement statement) throws IOException {
        inRequest();
        try {
            statement.execute("CALL WORK()");
        } catch (SQLException e) {
            throw new IOException(e);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static int inRequest() {
        return burn(17);
    }

    /** Called by the database. */
    public static int inDatabase() {
        return burn(31);
    }

    private static int burn(int factor) {
        long end = System.nanoTime() + 30_000_000;
        int work = 1;
        while (System.nanoTime() < end) {
            work = work * factor + 1;
        }
        return work;
    }
}
