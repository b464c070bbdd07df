package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Routes of JAX-RS resources. The server below them has its own suite. */
class JerseyTest {
    @LibraryVersions(name = "Jersey", artifact = "org.glassfish.jersey.containers:jersey-container-jdk-http", versions = {
        "2.29 + org.glassfish.jersey.inject:jersey-hk2:2.29 + javax.activation:javax.activation-api:1.2.0",
        "2.48 + org.glassfish.jersey.inject:jersey-hk2:2.48",
        "3.1.10 + org.glassfish.jersey.inject:jersey-hk2:3.1.10", "4.0.2 + org.glassfish.jersey.inject:jersey-hk2:4.0.2"})
    void theTemplatesOfTheResourceAreTheRoute(Library library) throws IOException, InterruptedException {
        boolean javax = library.version().startsWith("2.");
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess app = JavaApp.of("JerseyServer", javax ? AppSources.compileForJavax(library, "http-server/jersey")
                        : AppSources.compile(17, library, "http-server/jersey"))
                        .withAgent().exportTo(receiver).start()) {
            int port = app.awaitPort();
            assertThat(get(port, "/app/users/47/orders/11")).isEqualTo("47-11");
            assertThat(get(port, "/app/users")).isEqualTo("all");
            assertThat(get(port, "/app/users/47/basket/items/12")).isEqualTo("12");

            receiver.received().awaitSpan("method's template", span -> span.name().equals("GET /app/users/{id}/orders/{order}"));
            receiver.received().awaitSpan("class's template", span -> span.name().equals("GET /app/users"));
            receiver.received().awaitSpan("template behind a locator's",
                    span -> span.name().equals("GET /app/users/{id}/basket/items/{item: [0-9]+}"));
            app.expectCalmAgent();
        }
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.ofString()).body();
    }
}
