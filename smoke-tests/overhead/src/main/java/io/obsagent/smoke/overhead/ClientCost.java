package io.obsagent.smoke.overhead;

import com.sun.net.httpserver.HttpServer;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * What the agent adds to the allocation of one call of an HTTP client, all threads and the export included:
 * {@code mvn -B -q package -DskipTests -Pclient-cost}. Budget: 128 B unsampled, 1 KiB sampled.
 */
public final class ClientCost {
    private static final List<String> CLIENTS = List.of("java.net.http", "HttpURLConnection", "Apache 5", "OkHttp");

    private ClientCost() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> classPath = AppSources.compile(17, Libraries.resolve(
                "org.apache.httpcomponents.client5:httpclient5:5.6.4", "com.squareup.okhttp3:okhttp-jvm:5.5.0"),
                "overhead/client");
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for an acknowledgement
        HttpServer server = answering();
        String url = "http://localhost:" + server.getAddress().getPort() + "/orders/4711?page=2";
        System.out.printf("%-20s %12s %16s %16s%n", "bytes per call", "no agent", "unsampled", "sampled");
        try {
            for (String client : CLIENTS) {
                long none = measure(JavaApp.of("ClientLoad", classPath), client, url);
                long unsampled = measure(classPath, "always_off", client, url);
                long sampled = measure(classPath, "always_on", client, url);
                System.out.printf("%-20s %12d %16s %16s%n", client, none, added(unsampled, none), added(sampled, none));
            }
        } finally {
            server.stop(0);
        }
    }

    private static String added(long with, long without) {
        return String.format("%d (%+d)", with, with - without);
    }

    private static HttpServer answering() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        byte[] body = "answered".getBytes();
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Says so when spans were dropped, which would make them look cheap. */
    private static long measure(List<Path> classPath, String sampler, String client, String url) {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            long bytes = measure(JavaApp.of("ClientLoad", classPath).withAgent().env("OTEL_TRACES_SAMPLER", sampler)
                    .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint()), client, url);
            if (sampler.equals("always_on")) {
                System.out.printf("%-20s %d spans exported%n", client, receiver.received().spans().size());
            }
            return bytes;
        }
    }

    private static long measure(JavaApp app, String client, String url) {
        try (AppProcess process = app.start(client, url)) {
            process.awaitLine("warm");
            String line = process.awaitLine("bytes ");
            return Long.parseLong(line.substring("bytes ".length()));
        }
    }
}
