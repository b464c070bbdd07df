package io.obsagent.smoke.http.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The service that clients under test call; remembers what headers came. Thread-safe. */
final class Target implements AutoCloseable {
    private static final int LARGE = 300_000;

    static {
        // A loaded machine pauses between two calls for longer than the default 30 s; a pooled connection that was
        // closed meanwhile would fail the next call with the agent and without.
        System.setProperty("sun.net.httpserver.idleInterval", "600");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, List<Headers>> received = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> arrivals = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Target() {
        this(plain());
    }

    /** @param server not yet started; may speak TLS */
    Target(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer plain() {
        try {
            return HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The values of a header in each request for a path, in the order of arrival. */
    List<List<String>> headers(String path, String name) {
        return received.getOrDefault(path, List.of()).stream()
                .map(headers -> Optional.ofNullable(headers.get(name)).orElse(List.of())).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            received.computeIfAbsent(path, p -> new CopyOnWriteArrayList<>()).add(exchange.getRequestHeaders());
            byte[] body = exchange.getRequestBody().readAllBytes();
            arrival(path).countDown();
            String[] parts = path.split("/");
            switch (parts[1]) {
                case "status" -> status(exchange, Integer.parseInt(parts[2]), path);
                case "redirect" -> redirect(exchange, Integer.parseInt(parts[3]), "/redirect/" + parts[2] + "/");
                case "loop" -> locate(exchange, path);
                case "elsewhere" -> locate(exchange, "http://127.0.0.1:" + port() + "/authorized");
                case "authorized" -> answer(exchange, 200, authorization(exchange).getBytes(StandardCharsets.UTF_8));
                case "busy" -> busy(exchange, received.get(path).size() == 1);
                case "challenge" -> challenge(exchange);
                case "never" -> await(closed);
                case "large" -> answer(exchange, 200, new byte[LARGE]);
                case "arrival" -> {
                    await(arrival(path.substring("/arrival".length())));
                    answer(exchange, 200, body);
                }
                default -> answer(exchange, 200, body.length > 0 ? body : path.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void status(HttpExchange exchange, int status, String path) throws IOException {
        answer(exchange, status, status == 204 ? new byte[0] : path.getBytes(StandardCharsets.UTF_8));
    }

    /** Says when to come back, and means it. */
    private static void busy(HttpExchange exchange, boolean now) throws IOException {
        if (now) {
            exchange.getResponseHeaders().set("Retry-After", "0");
        }
        answer(exchange, now ? 503 : 200, "busy".getBytes(StandardCharsets.UTF_8));
    }

    private static void challenge(HttpExchange exchange) throws IOException {
        boolean known = !authorization(exchange).equals("nobody");
        if (!known) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"" + exchange.getRequestURI() + "\"");
        }
        answer(exchange, known ? 200 : 401, "challenge".getBytes(StandardCharsets.UTF_8));
    }

    private static String authorization(HttpExchange exchange) {
        return String.join(",", exchange.getRequestHeaders().getOrDefault("Authorization", List.of("nobody")));
    }

    private CountDownLatch arrival(String path) {
        return arrivals.computeIfAbsent(path, p -> new CountDownLatch(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void redirect(HttpExchange exchange, int left, String prefix) throws IOException {
        if (left == 0) {
            answer(exchange, 200, "arrived".getBytes(StandardCharsets.UTF_8));
        } else {
            locate(exchange, prefix + (left - 1));
        }
    }

    private static void locate(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().set("Location", path);
        answer(exchange, 302, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("X-Answer", "yes");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        arrivals.values().forEach(CountDownLatch::countDown);
        server.stop(0);
        threads.shutdownNow();
    }
}
