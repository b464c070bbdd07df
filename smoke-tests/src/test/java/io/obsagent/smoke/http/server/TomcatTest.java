package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@LibraryVersions(name = "Tomcat", artifact = "org.apache.tomcat.embed:tomcat-embed-core",
        versions = {"9.0.1", "9.0.121", "10.1.52", "11.0.25"}, with = "com.h2database:h2:2.2.224")
class TomcatTest extends ServletContract {
    @TempDir
    static Path folder;

    @Parameter
    Library library;

    @Override
    JavaApp application() {
        String[] sources = {"http-server/common", "http-server/servlet", "http-server/tomcat"};
        return JavaApp.of("TomcatServer", library.version().startsWith("9.") ? AppSources.compileForJavax(library, sources)
                : AppSources.compile(11, library, sources));
    }

    @Override
    String[] arguments() {
        return new String[] {folder.toString()};
    }

    @Test
    void requestsOverHttp2AreOfThatVersion() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        TracedRequest traced = new TracedRequest();
        client.send(request(new TracedRequest(), "/hello").build(), BodyHandlers.ofString()); // the upgrade
        HttpResponse<String> response = client.send(request(traced, "/users/1").build(), BodyHandlers.ofString());
        ReceivedSpan span = served(traced);

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(span.attribute("network.protocol.version")).isEqualTo("2");
        assertThat(span.attribute("server.port")).isEqualTo((long) port);
        assertThat(span.name()).isEqualTo("GET /app/users/*");
    }

    @Test
    void anUpgradeEndsTheSpan() {
        TracedRequest traced = new TracedRequest();
        String answer = RawHttp.exchange(port, "GET /app/upgrade HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                + "Upgrade: echo\r\ntraceparent: " + traced.traceparent() + "\r\n\r\n!");
        ReceivedSpan span = served(traced);

        assertThat(answer).startsWith("HTTP/1.1 101").endsWith("!");
        assertThat(span.attribute("http.response.status_code")).isEqualTo(101L);
        assertThat(span.isError()).isFalse();
        assertThat(trace(traced)).hasSize(1);
    }

    @Test
    void filesAreServedWithoutARoute() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("WEB-INF")).resolve("secret.txt"), "secret");
        Files.writeString(folder.resolve("file.txt"), "found");
        ReceivedSpan found = get("/file.txt", 200);
        ReceivedSpan missing = get("/missing.txt", 404);
        ReceivedSpan hidden = get("/WEB-INF/secret.txt", 404);

        assertThat(List.of(found, missing, hidden)).allSatisfy(span -> {
            assertThat(span.name()).isEqualTo("GET");
            assertThat(span.attribute("http.route")).isNull();
            assertThat(span.isError()).isFalse();
        });
    }
}
