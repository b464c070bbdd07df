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
import java.util.Arrays;
import java.util.List;

/**
 * What the agent adds to the allocation of one call of an HTTP client, all threads and the export included, beside what
 * the library itself takes for a header more: {@code mvn -B -q package -DskipTests -Pclient-cost -Drounds=3}. Budget
 * beyond that header: 128 B unsampled, 1 KiB sampled. Which objects the compiler can do without varies with what it
 * inlined in a run, hence the medians; without escape analysis every object is there, which is the upper bound.
 * {@code in a request}: both operations, that of the JDK's server and that of the call.
 */
public final class ClientCost {
    private static final List<String> CLIENTS = List.of("java.net.http", "HttpURLConnection", "Apache 5", "OkHttp",
            "Apache 5 in a request");
    private static final int ROUNDS = Integer.getInteger("rounds", 7);

    private ClientCost() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> classPath = AppSources.compile(17, Libraries.resolve(
                "org.apache.httpcomponents.client5:httpclient5:5.6.4", "com.squareup.okhttp3:okhttp-jvm:5.5.0"),
                "overhead/client");
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for an acknowledgement
        HttpServer server = answering();
        String url = "http://localhost:" + server.getAddress().getPort() + "/orders/4711?page=2";
        System.out.printf("%-22s %12s %16s %16s %16s%n", "bytes per call", "no agent", "header adds", "unsampled adds",
                "sampled adds");
        try {
            for (String option : List.of("-XX:+DoEscapeAnalysis", "-XX:-DoEscapeAnalysis")) {
                System.out.println(option);
                for (String client : CLIENTS) {
                    compare(classPath, option, client, url);
                }
            }
        } finally {
            server.stop(0);
        }
    }

    private static void compare(List<Path> classPath, String option, String client, String url) {
        long[] none = new long[ROUNDS];
        long[] header = new long[ROUNDS];
        long[] unsampled = new long[ROUNDS];
        long[] sampled = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            none[i] = measure(load(classPath, option), client, url);
            header[i] = measure(load(classPath, option), client, url, "header");
            unsampled[i] = exporting(load(classPath, option), "always_off", client, url);
            sampled[i] = exporting(load(classPath, option), "always_on", client, url);
        }
        System.out.printf("%-22s %12d %+16d %+16d %+16d%n", client, median(none), median(header) - median(none),
                median(unsampled) - median(none), median(sampled) - median(none));
    }

    private static JavaApp load(List<Path> classPath, String option) {
        return JavaApp.of("ClientLoad", classPath).jvmOption(option);
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
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

    /** Says how many spans arrived, because those that are dropped look cheap. */
    private static long exporting(JavaApp load, String sampler, String client, String url) {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            long bytes = measure(load.withAgent().env("OTEL_TRACES_SAMPLER", sampler)
                    .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint()), client, url);
            if (sampler.equals("always_on")) {
                System.out.printf("%-22s %d spans exported%n", client, receiver.received().spans().size());
            }
            return bytes;
        }
    }

    private static long measure(JavaApp app, String... arguments) {
        try (AppProcess process = app.start(arguments)) {
            process.awaitLine("warm");
            String line = process.awaitLine("bytes ");
            return Long.parseLong(line.substring("bytes ".length()));
        }
    }
}
