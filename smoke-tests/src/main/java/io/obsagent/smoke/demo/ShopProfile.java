package io.obsagent.smoke.demo;

import io.obsagent.smoke.harness.AgentJar;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A CPU profile of the shop while it works, from the agent's local port, and what it says of a route and of one span. */
final class ShopProfile {
    private static final int SECONDS = 10;
    private static final int HOTTEST = 5;
    private static final String CPU_MILLIS = "obs.profile.cpu_ms";

    private final CompletableFuture<HttpResponse<Path>> taken;

    private ShopProfile(CompletableFuture<HttpResponse<Path>> taken) {
        this.taken = taken;
    }

    /** Begins to take the profile. */
    static ShopProfile take(int port, Path folder) {
        URI address = URI.create("http://127.0.0.1:" + port + "/debug/pprof/profile?seconds=" + SECONDS);
        return new ShopProfile(HttpClient.newHttpClient().sendAsync(HttpRequest.newBuilder(address).build(),
                HttpResponse.BodyHandlers.ofFile(folder.resolve("shop.pb.gz"))));
    }

    void await() {
        taken.join();
    }

    /** The hottest frames of a route and of the request of it that took most CPU, and where the flame graph is. */
    void print(String route, List<ReceivedSpan> spans, PrintStream out) throws IOException {
        if (taken.join().statusCode() != 200) {
            out.println("No profile here: the shop's lines say why");
            return;
        }
        Path profile = taken.join().body();
        Path page = Path.of("target", "demo-flame.html");
        Files.createDirectories(page.getParent());
        out.println();
        out.println("Hottest frames of " + route);
        hottest(profile, page, "--name", route).forEach(out::println);
        spans.stream().filter(span -> span.name().equals(route) && span.attribute(CPU_MILLIS) != null)
                .max(Comparator.comparingLong(span -> (Long) span.attribute(CPU_MILLIS)))
                .ifPresent(span -> {
                    out.println("Hottest frames of one span, " + span.spanId() + " (" + span.attribute(CPU_MILLIS) + " ms of CPU)");
                    hottest(profile, page.resolveSibling("demo-flame-span.html"), "--span", span.spanId()).forEach(out::println);
                });
        out.println("Flame graph of " + route + ": open " + page.toAbsolutePath());
    }

    /** By the agent's own tool, which writes the flame graph too. */
    private static List<String> hottest(Path profile, Path page, String option, String value) {
        AppProcess flame = JavaApp.bare().jvmOption("-jar", AgentJar.packaged().toString(), "flame", profile.toString(),
                "-o", page.toString(), option, value).run().expectExit(0);
        List<String> frames = flame.stdout().lines().stream().filter(line -> line.contains("% self")).limit(HOTTEST).toList();
        return frames.isEmpty() ? List.of("  (no sample)") : frames.stream().map(frame -> "  " + frame).toList();
    }
}
