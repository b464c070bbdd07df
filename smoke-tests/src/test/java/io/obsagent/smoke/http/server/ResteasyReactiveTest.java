package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Quarkus REST and its client. The Netty and Vert.x below them have suites of their own. */
@LibraryVersions(name = "RESTEasy Reactive", artifact = "io.quarkus.resteasy.reactive:resteasy-reactive-processor", versions = {
    "3.20.1 + io.quarkus.resteasy.reactive:resteasy-reactive-vertx:3.20.1"
            + " + io.quarkus.resteasy.reactive:resteasy-reactive-client:3.20.1",
    "3.33.1 + io.quarkus.resteasy.reactive:resteasy-reactive-vertx:3.33.1"
            + " + io.quarkus.resteasy.reactive:resteasy-reactive-client:3.33.1"})
class ResteasyReactiveTest {
    @Parameter
    Library library;

    @Test
    void theTemplatesOfTheResourceAreTheRoute() throws IOException, InterruptedException {
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess app = start(receiver)) {
            int port = app.awaitPort();
            assertThat(get(port, "/app/users/47/orders/11")).isEqualTo("47-11");
            assertThat(get(port, "/app/users")).isEqualTo("all");
            assertThat(get(port, "/app/users/47/basket/items/12")).isEqualTo("12");
            assertThat(get(port, "/app/users/47/basket/boxes/12/size")).isEqualTo("large");
            assertThat(get(port, "/plain/1")).isEqualTo("plain");
            get(port, "/app/nothing/here");

            receiver.received().awaitSpan("method's template",
                    span -> span.name().equals("GET /app/users/{id}/orders/{order}"));
            receiver.received().awaitSpan("class's template", span -> span.name().equals("GET /app/users"));
            receiver.received().awaitSpan("template behind a locator's",
                    span -> span.name().equals("GET /app/users/{id}/basket/items/{item}"));
            receiver.received().awaitSpan("template behind two locators'",
                    span -> span.name().equals("GET /app/users/{id}/basket/boxes/{box}/size"));
            receiver.received().awaitSpan("Vert.x Web's own route", span -> span.name().equals("GET /plain/:id"));
            receiver.received().awaitSpan("no route",
                    span -> "/app/nothing/here".equals(span.attribute("url.path")) && span.attribute("http.route") == null);
            app.expectCalmAgent();
        }
    }

    @Test
    void aCallMadeFromTheAnswerToAnotherHasTheSameParent() throws IOException, InterruptedException {
        try (OtlpReceiver receiver = OtlpReceiver.start(); AppProcess app = start(receiver)) {
            assertThat(get(app.awaitPort(), "/app/users/47/pair")).isEqualTo("47-1 47-2");

            ReceivedSpan pair = receiver.received().awaitSpan("both calls' parent",
                    span -> span.name().equals("GET /app/users/{id}/pair"));
            assertThat(receiver.received().awaitSpans(span -> span.isChildOf(pair), 2))
                    .extracting(span -> URI.create((String) span.attribute("url.full")).getPath())
                    .containsExactlyInAnyOrder("/app/users/47/orders/1", "/app/users/47/orders/2");
            app.expectCalmAgent();
        }
    }

    private AppProcess start(OtlpReceiver receiver) {
        return JavaApp.of("ReactiveServer", AppSources.compile(17, library, "http-server/resteasy-reactive"))
                .withAgent().exportTo(receiver).start();
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.ofString()).body();
    }
}
