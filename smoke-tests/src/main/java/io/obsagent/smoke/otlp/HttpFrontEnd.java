package io.obsagent.smoke.otlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The HTTP side of the receiver: http/protobuf with or without gzip on a loopback port. */
final class HttpFrontEnd implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(DaemonThreads.named("otlp-http"));
    private final ScheduledExecutorService delayed =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("otlp-http-delay"));
    private final ReplyScript script;
    private final Received received;

    HttpFrontEnd(SSLContext tls, boolean clientCertificate, ReplyScript script, Received received) {
        this.script = script;
        this.received = received;
        try {
            this.server = open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), tls, clientCertificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    private static HttpServer open(InetSocketAddress address, SSLContext tls, boolean clientCertificate)
            throws IOException {
        if (tls == null) {
            return HttpServer.create(address, 0);
        }
        HttpsServer https = HttpsServer.create(address, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
                ssl.setNeedClientAuth(clientCertificate);
                parameters.setSSLParameters(ssl);
            }
        });
        return https;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Signal signal = Signal.ofPath(exchange.getRequestURI().getPath()).orElse(null);
        if (signal == null || !exchange.getRequestMethod().equals("POST")) {
            received.addStray(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        Map<String, String> headers = headers(exchange);
        byte[] body = body(exchange, headers);
        Reply reply = script.next(signal);
        received.add(OtlpRequest.overHttp(signal, headers, body, reply));
        switch (reply.manner()) {
            case NEVER:
                return;
            case DISCONNECT:
                exchange.close();
                return;
            default:
                if (reply.delay().isZero()) {
                    answer(exchange, signal, reply);
                } else {
                    delayed.schedule(() -> answer(exchange, signal, reply), reply.delay().toMillis(),
                            TimeUnit.MILLISECONDS);
                }
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    private static byte[] body(HttpExchange exchange, Map<String, String> headers) throws IOException {
        InputStream in = exchange.getRequestBody();
        boolean gzip = "gzip".equalsIgnoreCase(headers.get("content-encoding"));
        try (InputStream plain = gzip ? new GZIPInputStream(in) : in) {
            return plain.readAllBytes();
        }
    }

    /** A sender that gave up waiting closes its side; that is its right, and the request is kept all the same. */
    private void answer(HttpExchange exchange, Signal signal, Reply reply) {
        try (exchange) {
            byte[] body = Responses.bytes(signal, reply);
            reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of(
                    signal == Signal.PYROSCOPE_PUSH ? "application/proto" : "application/x-protobuf"));
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        delayed.shutdownNow();
    }
}
