package io.obsagent.smoke.demo;

import io.obsagent.smoke.harness.AgentJar;
import io.obsagent.smoke.harness.JavaApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A CPU profile of the shop while it works, from the agent's local port, and its flame graph. */
final class ShopProfile {
    private static final int SECONDS = 10;

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

    /** Renders what ran for one operation with the agent's own tool. */
    static void render(Path folder, String operation, Path html) throws IOException {
        Files.createDirectories(html.getParent());
        JavaApp.bare().jvmOption("-jar", AgentJar.packaged().toString(), "flame", folder.resolve("shop.pb.gz").toString(),
                "-o", html.toString(), "--name", operation).run();
        System.out.println();
        System.out.println("What the CPU did for " + operation + ": open " + html.toAbsolutePath());
    }
}
