import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** The demo's caller: asks the shop for products and orders some, then counts the orders. Knows nothing of any agent. */
public final class Caller {
    private Caller() {
    }

    /** @param args address of the shop, JDBC URL, number of rounds */
    public static void main(String[] args) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            send(client, HttpRequest.newBuilder(URI.create(args[0] + "/products/" + (i % 5 + 1))).build());
            send(client, HttpRequest.newBuilder(URI.create(args[0] + "/orders"))
                    .POST(HttpRequest.BodyPublishers.ofString(Integer.toString(i % 4))).build());
        }
        try (Connection connection = DriverManager.getConnection(args[1]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM purchase")) {
            rows.next();
            System.out.println(rows.getInt(1) + " orders");
        }
    }

    private static void send(HttpClient client, HttpRequest request) throws Exception {
        client.send(request, BodyHandlers.discarding());
    }
}
