package io.obsagent.smoke.overhead;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the agent allocates for one request that a server answers, by all its threads, export included:
 * {@code mvn -B -q package -DskipTests -Phttp-cost}. Bytes are counted by the JVM, not timed, so the numbers hold on a
 * busy machine too. Which objects the compiler can do without varies with what it inlined in a run; without escape
 * analysis every object is there, which is the upper bound.
 */
public final class HttpCost {
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 60_000;
    private static final int MEASURED = 20_000;

    private HttpCost() {
    }

    public static void main(String[] arguments) {
        Map<String, List<Path>> servers = new LinkedHashMap<>();
        servers.put("TomcatHello", AppSources.compile(17,
                Libraries.resolve("org.apache.tomcat.embed:tomcat-embed-core:11.0.25"),
                "overhead/http-common", "overhead/tomcat"));
        servers.put("ReactorNettyHello", AppSources.compile(17,
                Libraries.resolve("io.projectreactor.netty:reactor-netty-http:1.3.7"),
                "overhead/http-common", "overhead/reactor-netty"));
        System.out.printf("%-20s %14s %18s %18s%n", "bytes a request", "no agent", "unsampled adds", "sampled adds");
        for (String option : List.of("-XX:+DoEscapeAnalysis", "-XX:-DoEscapeAnalysis")) {
            System.out.println(option);
            servers.forEach((server, classPath) -> compare(server, classPath, option));
        }
    }

    private static void compare(String server, List<Path> classPath, String option) {
        long[] none = new long[ROUNDS];
        long[] unsampled = new long[ROUNDS];
        long[] sampled = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            none[i] = withoutExport(server(server, classPath, option));
            unsampled[i] = withoutExport(server(server, classPath, option).withAgent().env("OTEL_TRACES_SAMPLER", "always_off"));
            sampled[i] = withExport(server(server, classPath, option).withAgent());
        }
        System.out.printf("%-20s %14d %+18d %+18d%n", server, median(none), median(unsampled) - median(none),
                median(sampled) - median(none));
    }

    private static JavaApp server(String server, List<Path> classPath, String option) {
        return JavaApp.of(server, classPath).jvmOption(option);
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long withoutExport(JavaApp app) {
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess process = app.exportTo(receiver).start();
                KeptConnection connection = new KeptConnection(process.awaitPort())) {
            connection.get("/hello/you", WARM_UP);
            long before = allocated(connection);
            connection.get("/hello/you", MEASURED);
            return (allocated(connection) - before) / MEASURED;
        }
    }

    /** Waits for the spans, so that what exporting them takes is counted; the queue holds them all. */
    private static long withExport(JavaApp app) {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess process = app.exportTo(receiver).env("OTEL_BSP_MAX_QUEUE_SIZE", Integer.toString(2 * WARM_UP)).start();
                KeptConnection connection = new KeptConnection(process.awaitPort())) {
            connection.get("/hello/you", WARM_UP);
            receiver.received().awaitSpans(span -> span.kind() == SpanKind.SPAN_KIND_SERVER, WARM_UP);
            long before = allocated(connection);
            connection.get("/hello/you", MEASURED);
            receiver.received().awaitSpans(span -> span.kind() == SpanKind.SPAN_KIND_SERVER, WARM_UP + MEASURED);
            return (allocated(connection) - before) / MEASURED;
        }
    }

    private static long allocated(KeptConnection connection) {
        return Long.parseLong(connection.get("/allocated", 1));
    }
}
