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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A CPU profile of the shop while it works, from the agent's local port, and what it says of a route and of one span. */
final class ShopProfile {
    private static final int SECONDS = 10;
    private static final int HOTTEST = 5;
    private static final String CPU_MILLIS = "obs.profile.cpu_ms";

    private final String profiler;
    private final CompletableFuture<Optional<Path>> taken;

    private ShopProfile(String profiler, CompletableFuture<Optional<Path>> taken) {
        this.profiler = profiler;
        this.taken = taken;
    }

    /**
     * Begins to take the profile.
     *
     * @param line in which the agent says what takes the samples, or that nothing does
     */
    static ShopProfile take(String line, int port, Path folder) {
        URI address = URI.create("http://127.0.0.1:" + port + "/debug/pprof/profile?seconds=" + SECONDS);
        return new ShopProfile(line.substring(line.indexOf("profiles")), HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(folder.resolve("shop.pb.gz")))
                .handle((response, failure) -> failure == null && response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty()));
    }

    void await() {
        taken.join();
    }

    /** The hottest frames of a route and of the request of it that took most CPU, and where the flame graph is. */
    void print(String route, List<ReceivedSpan> spans, PrintStream out) throws IOException {
        out.println();
        if (taken.join().isEmpty()) {
            out.println("No flame graph here. The agent said: " + profiler);
            return;
        }
        Path profile = taken.join().get();
        Path page = Path.of("target", "demo-flame.html");
        Files.createDirectories(page.getParent());
        out.println("Hottest frames of " + route + " (" + profiler + ")");
        List<String> ofRoute = hottest(profile, page, "--name", route);
        if (ofRoute.isEmpty()) {
            out.println("  (no sample; those of the whole shop are)");
            ofRoute = hottest(profile, page);
        }
        ofRoute.forEach(out::println);
        spans.stream().filter(span -> span.name().equals(route) && span.attribute(CPU_MILLIS) != null)
                .max(Comparator.comparingLong(span -> (Long) span.attribute(CPU_MILLIS)))
                .ifPresentOrElse(span -> {
                    out.println();
                    out.println("Hottest frames of one span, " + span.spanId() + " (" + span.attribute(CPU_MILLIS) + " ms of CPU)");
                    hottest(profile, page.resolveSibling("demo-flame-span.html"), "--span", span.spanId()).forEach(out::println);
                }, () -> out.println("No span tells what it cost here; async-profiler is needed for that"));
        out.println();
        out.println("Flame graph: open " + page.toAbsolutePath());
    }

    /** By the agent's own tool, which writes the flame graph too. */
    private static List<String> hottest(Path profile, Path page, String... selection) {
        AppProcess flame = JavaApp.bare().jvmOption("-jar", AgentJar.packaged().toString(), "flame", profile.toString(),
                "-o", page.toString()).jvmOption(selection).run().expectExit(0);
        return flame.stdout().lines().stream().filter(line -> line.contains("% self")).limit(HOTTEST).map(frame -> "  " + frame).toList();
    }
}
