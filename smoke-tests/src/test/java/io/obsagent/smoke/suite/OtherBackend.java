package io.obsagent.smoke.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Takes whatever another agent sends, in any vendor's protocol, and keeps it as text. */
final class OtherBackend implements AutoCloseable {
    /** What agents ask before they send. */
    private static final Map<String, String> ANSWERS = Map.of("/", "{\"version\":\"8.10.0\"}",
            "/info", "{\"version\":\"7.50.0\",\"endpoints\":[\"/v0.4/traces\"]}");

    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();

    private OtherBackend() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    static OtherBackend start() throws IOException {
        return new OtherBackend();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How often something occurs in all that arrived. */
    int count(Pattern what) {
        return bodies.stream().mapToInt(body -> (int) what.matcher(body).results().count()).sum();
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            try (InputStream body = decoded(exchange)) {
                bodies.add(new String(body.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
            paths.add(path);
            byte[] answer = ANSWERS.getOrDefault(path, "{}").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static InputStream decoded(HttpExchange exchange) throws IOException {
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        if ("gzip".equals(encoding)) {
            return new GZIPInputStream(exchange.getRequestBody());
        }
        return "deflate".equals(encoding) ? new InflaterInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
