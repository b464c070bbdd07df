import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An HTTP server that asks its database from every kind of thread, once each, and then answers. */
final class HopServer {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(4);
    private static final ScheduledExecutorService SCHEDULED = Executors.newScheduledThreadPool(2);
    private static final ForkJoinPool FORK_JOIN = new ForkJoinPool(2);

    /** One for all: opening connections would be calls of their own. */
    private static Connection connection;

    private HopServer() {
    }

    public static void main(String[] args) throws Exception {
        connection = DriverManager.getConnection("jdbc:h2:mem:hops");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(60));
        server.createContext("/hops", HopServer::answer);
        server.start();
        System.out.println("port " + server.getAddress().getPort());
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getQuery().substring("id=".length());
        int status = 200;
        try {
            for (Future<String> asked : askFromEveryThread(() -> ask(id))) {
                asked.get(30, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            e.printStackTrace();
            status = 500;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static List<Future<String>> askFromEveryThread(Callable<String> ask) {
        List<Future<String>> asked = new ArrayList<>();
        asked.add(POOL.submit(ask));
        asked.add(SCHEDULED.schedule(ask, 1, TimeUnit.MILLISECONDS));
        asked.add(FORK_JOIN.submit(ask));
        asked.add(CompletableFuture.supplyAsync(() -> called(ask)));
        asked.add(CompletableFuture.supplyAsync(() -> "", POOL).thenApplyAsync(none -> called(ask), FORK_JOIN));
        return asked;
    }

    private static String called(Callable<String> ask) {
        try {
            return ask.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of the column tells whose question it is. */
    private static String ask(String id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select 1 as request" + id);
            return id;
        }
    }
}
