package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Routes of the resources in {@code http-server/jaxrs}. The server below them has its own suite. */
abstract class JaxRsContract {
    @TempDir
    private static Path folder;

    /** @param prefix where the application puts its resources */
    static void theTemplatesAreTheRoutes(Library library, boolean javax, String mainClass, String source, String prefix)
            throws IOException, InterruptedException {
        String[] sources = {"http-server/jaxrs", source};
        List<Path> classPath = javax ? AppSources.compileForJavax(library, sources) : AppSources.compile(17, library, sources);
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess app = JavaApp.of(mainClass, classPath).withAgent().exportTo(receiver).start(folder.toString())) {
            int port = app.awaitPort();
            assertThat(get(port, prefix + "/users/47/orders/11")).isEqualTo("47-11");
            assertThat(get(port, prefix + "/users")).isEqualTo("all");
            assertThat(get(port, prefix + "/users/47/basket/items/12")).isEqualTo("12");

            receiver.received().awaitSpan("method's template", span -> span.name().equals("GET " + prefix + "/users/{id}/orders/{order}"));
            receiver.received().awaitSpan("class's template", span -> span.name().equals("GET " + prefix + "/users"));
            receiver.received().awaitSpan("template behind a locator's",
                    span -> span.name().equals("GET " + prefix + "/users/{id}/basket/items/{item: [0-9]+}"));
            app.expectCalmAgent();
        }
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.ofString()).body();
    }
}
