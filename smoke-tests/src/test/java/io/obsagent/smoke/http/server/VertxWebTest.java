package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Routes of Vert.x Web, with a router below a router. */
@LibraryVersions(name = "Vert.x Web", artifact = "io.vertx:vertx-web", versions = {"4.0.0", "4.5.32", "5.1.6"},
        with = "com.h2database:h2:2.2.224")
class VertxWebTest extends HttpServerContract {
    @Parameter
    Library library;

    @Override
    JavaApp application() {
        return JavaApp.of("VertxWebServer", AppSources.compile(library, "http-server/common", "http-server/vertx-web"));
    }

    @Override
    String context() {
        return "/app";
    }

    @Override
    String userRoute() {
        return "/app/users/:id";
    }

    @Test
    void aRouterBelowAParameterHasNoValueInItsRoute() {
        TracedRequest traced = new TracedRequest();
        send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/shops/4711/items/12"))
                .header("traceparent", traced.traceparent()));

        assertThat(served(traced).attribute("http.route")).isEqualTo("/shops/:shop/items/:item");
    }
}
