import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A server that opens a connection for each request, and one before the first. Argument: URL. */
public final class RequestWithJdbc {
    private RequestWithJdbc() {
    }

    public static void main(String[] args) throws Exception {
        ask(args[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, args[0]));
        server.start();
        System.out.println("port " + server.getAddress().getPort());
        System.in.read();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String url) throws IOException {
        try {
            ask(url);
            exchange.sendResponseHeaders(200, -1);
        } catch (SQLException e) {
            exchange.sendResponseHeaders(500, -1);
        } finally {
            exchange.close();
        }
    }

    private static void ask(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES")) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
    }
}
