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
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Routes of JAX-RS resources. The server below them has its own suite. */
class ResteasyTest {
    @TempDir
    private static Path folder;

    @LibraryVersions(name = "RESTEasy", artifact = "org.jboss.resteasy:resteasy-core", versions = {
        "4.7.0.Final + org.apache.tomcat.embed:tomcat-embed-core:9.0.121",
        "6.2.16.Final + org.apache.tomcat.embed:tomcat-embed-core:10.1.52",
        "7.0.5.Final + org.apache.tomcat.embed:tomcat-embed-core:11.0.25"})
    void theTemplatesOfTheResourceAreTheRoute(Library library) throws IOException, InterruptedException {
        boolean javax = library.version().startsWith("4.");
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess app = JavaApp.of("ResteasyServer", javax ? AppSources.compileForJavax(library, "http-server/resteasy")
                        : AppSources.compile(17, library, "http-server/resteasy"))
                        .withAgent().exportTo(receiver).start(folder.toString())) {
            int port = app.awaitPort();
            assertThat(get(port, "/app/api/users/47/orders/11")).isEqualTo("47-11");
            assertThat(get(port, "/app/api/users")).isEqualTo("all");
            assertThat(get(port, "/app/api/users/47/basket/items/12")).isEqualTo("12");

            receiver.received().awaitSpan("method's template",
                    span -> span.name().equals("GET /app/api/users/{id}/orders/{order}"));
            receiver.received().awaitSpan("class's template", span -> span.name().equals("GET /app/api/users"));
            receiver.received().awaitSpan("template behind a locator's",
                    span -> span.name().equals("GET /app/api/users/{id}/basket/items/{item}"));
            app.expectCalmAgent();
        }
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.ofString()).body();
    }
}
