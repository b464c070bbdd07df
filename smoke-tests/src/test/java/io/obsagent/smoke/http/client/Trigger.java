package io.obsagent.smoke.http.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** One request to the application that makes it call somebody: a trace of its own, so that its spans can be found. */
final class Trigger {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final String traceId = hex() + hex();
    private final String mode;
    private final StringBuilder form = new StringBuilder();
    private String flags = "01";

    private Trigger(String mode) {
        this.mode = mode;
    }

    /** @param mode how the application uses its client, see the application */
    static Trigger of(String mode, String method, String url) {
        return new Trigger(mode).with("method", method).with("url", url);
    }

    private static String hex() {
        return String.format("%016x", ThreadLocalRandom.current().nextLong() | 1);
    }

    Trigger unsampled() {
        flags = "00";
        return this;
    }

    /** Adds a parameter for the application. */
    Trigger with(String name, String value) {
        form.append(form.isEmpty() ? "" : "&").append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    /** What the call gave: the status and the body, or what was thrown. */
    String pull(int port) {
        try {
            return CLIENT.send(request(port), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    CompletableFuture<String> pullAsync(int port) {
        return CLIENT.sendAsync(request(port), BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private HttpRequest request(int port) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + mode)).timeout(Duration.ofMinutes(2))
                .header("traceparent", "00-" + traceId + "-" + hex() + "-" + flags)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())).build();
    }
}
