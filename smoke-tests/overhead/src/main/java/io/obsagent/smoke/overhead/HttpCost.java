package io.obsagent.smoke.overhead;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What one request that a server answers costs without an agent, with ours, and with another one if its jar is given:
 * bytes and CPU of all threads, export included, as medians of processes that take turns. {@code mvn -B -q package
 * -DskipTests -Phttp-cost [-Dother.agent=/path/to.jar] [-Dapplication=TomcatHello]}.
 *
 * <p>Bytes are counted by the JVM and hold on a busy machine too; CPU needs a quiet one.
 */
public final class HttpCost {
    private static final String ONLY = System.getProperty("application", "");
    private static final String SPRING = "org.springframework.boot:spring-boot-starter-";
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 60_000;
    private static final int MEASURED = 30_000;

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
        servers.put("SpringHello", AppSources.compile(17, Libraries.resolve(SPRING + "web:3.5.16",
                SPRING + "jdbc:3.5.16", "com.h2database:h2:2.4.240"), "overhead/http-common", "overhead/spring-requests"));
        Path other = arguments.length == 0 || arguments[0].isEmpty() ? null : Path.of(arguments[0]);
        System.out.printf("%-20s %-14s %10s %10s%n", "a request", "agent", "bytes", "CPU us");
        servers.entrySet().removeIf(server -> !ONLY.isEmpty() && !ONLY.equals(server.getKey()));
        servers.forEach((server, classPath) -> compare(server, classPath, other));
    }

    private static void compare(String server, List<Path> classPath, Path other) {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            add(costs, "none", cost(JavaApp.of(server, classPath), false));
            add(costs, "not sampled", cost(JavaApp.of(server, classPath).withAgent().env("OTEL_TRACES_SAMPLER", "always_off"), false));
            add(costs, "sampled", cost(JavaApp.of(server, classPath).withAgent(), true));
            if (other != null) {
                add(costs, "other", cost(JavaApp.of(server, classPath).withAgent(other, ""), true));
            }
        }
        Cost none = Cost.median(costs.remove("none"));
        System.out.printf("%-20s %-14s %10.0f %10.1f%n", server, "none", none.bytes, none.cpuMicros);
        costs.forEach((form, all) -> {
            Cost cost = Cost.median(all);
            System.out.printf("%-20s %-14s %+10.0f %+10.1f%n", "", form, cost.bytes - none.bytes, cost.cpuMicros - none.cpuMicros);
        });
    }

    private static void add(Map<String, List<Cost>> costs, String form, Cost cost) {
        costs.computeIfAbsent(form, any -> new ArrayList<>()).add(cost);
    }

    /** With spans, waits for them, so that what exporting them takes is counted; the queue holds them all. */
    private static Cost cost(JavaApp app, boolean sampled) {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess process = app.exportTo(receiver).env("OTEL_BSP_MAX_QUEUE_SIZE", Integer.toString(8 * WARM_UP)).start();
                KeptConnection connection = new KeptConnection(process.awaitPort())) {
            connection.get("/hello/you", WARM_UP);
            awaitSpans(receiver, sampled ? WARM_UP : 0);
            Cost before = Cost.parse(connection.get("/spent", 1));
            connection.get("/hello/you", MEASURED);
            awaitSpans(receiver, sampled ? WARM_UP + MEASURED : 0);
            return Cost.parse(connection.get("/spent", 1)).since(before, MEASURED);
        }
    }

    private static void awaitSpans(OtlpReceiver receiver, int count) {
        receiver.received().awaitSpans(span -> span.kind() == SpanKind.SPAN_KIND_SERVER, count);
    }

    private static final class Cost {
        final double bytes;
        final double cpuMicros;

        Cost(double bytes, double cpuMicros) {
            this.bytes = bytes;
            this.cpuMicros = cpuMicros;
        }

        static Cost parse(String spent) {
            String[] words = spent.split(" ");
            return new Cost(Long.parseLong(words[0]), Long.parseLong(words[1]) / 1000.0);
        }

        Cost since(Cost before, int requests) {
            return new Cost((bytes - before.bytes) / requests, (cpuMicros - before.cpuMicros) / requests);
        }

        static Cost median(List<Cost> costs) {
            return new Cost(median(costs, cost -> cost.bytes), median(costs, cost -> cost.cpuMicros));
        }

        private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
            double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }
}
