import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The JDK's own server with one context for each behaviour. */
public final class JdkServer {
    private JdkServer() {
    }

    public static void main(String[] args) throws IOException {
        Children.prepare();
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/app/hello", exchange -> answer(exchange, 200, "hello"));
        server.createContext("/app/redirect", JdkServer::redirect);
        server.createContext("/app/fail", exchange -> answer(exchange, 500, "failed"));
        server.createContext("/app/users/", exchange -> answer(exchange, 200, "user"));
        server.createContext("/app/child", exchange -> answer(exchange, 200,
                Children.call(exchange.getRequestURI().getQuery().replaceAll("&.*", "").substring("id=".length()))));
        server.createContext("/app/echo", JdkServer::echo);
        server.createContext("/app/large", JdkServer::large);
        server.createContext("/", exchange -> answer(exchange, 404, "nothing"));
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
        System.out.println("port " + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", "/app/hello");
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void echo(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("X-Answer", "yes");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            exchange.getRequestBody().transferTo(out);
        }
    }

    private static void large(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            byte[] block = new byte[64 * 1024];
            for (int i = 0; i < 1024; i++) {
                out.write(block);
            }
        }
    }
}
