package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests over TLS, in both protocols that a client may choose on it. */
class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;
    private static Path keys;

    static Stream<Arguments> servers() {
        String jetty = ":12.1.12";
        return Stream.of(
                Arguments.of("Tomcat", AppSources.compile(17,
                        Libraries.resolve("org.apache.tomcat.embed:tomcat-embed-core:11.0.25"), "http-server/tls-tomcat")),
                Arguments.of("Jetty", AppSources.compile(17, Libraries.resolve(
                        "org.eclipse.jetty.http2:jetty-http2-server" + jetty, "org.eclipse.jetty:jetty-alpn-server" + jetty,
                        "org.eclipse.jetty:jetty-alpn-java-server" + jetty, "org.slf4j:slf4j-nop:2.0.17"),
                        "http-server/tls-jetty12")),
                Arguments.of("reactor-netty", AppSources.compile(17,
                        Libraries.resolve("io.projectreactor.netty:reactor-netty-http:1.3.7"), "http-server/tls-reactor-netty")));
    }

    @BeforeAll
    static void makeKeys() throws IOException, InterruptedException {
        keys = folder.resolve("keys.p12");
        assertThat(new ProcessBuilder(Jdks.current().home().resolve("bin/keytool").toString(), "-genkeypair", "-alias", "a",
                "-keyalg", "RSA", "-storetype", "PKCS12", "-storepass", PASSWORD, "-dname", "CN=localhost",
                "-ext", "SAN=dns:localhost", "-keystore", keys.toString()).inheritIO().start().waitFor()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void schemePortAndVersionAreThoseOfTheConnection(String name, List<Path> classPath) throws Exception {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess app = JavaApp.of("TlsServer", classPath).withAgent().exportTo(receiver)
                        .start(keys.toString(), PASSWORD)) {
            int port = app.awaitPort();
            for (HttpClient.Version version : HttpClient.Version.values()) {
                TracedRequest traced = new TracedRequest();
                HttpClient client = HttpClient.newBuilder().version(version).sslContext(trusting()).build();
                HttpResponse<String> response = client.send(HttpRequest.newBuilder(
                        URI.create("https://localhost:" + port + "/hello")).header("traceparent", traced.traceparent()).build(),
                        BodyHandlers.ofString());
                ReceivedSpan span = receiver.received().awaitSpan("over " + version, found ->
                        found.traceId().equals(traced.traceId) && found.kind() == SpanKind.SPAN_KIND_SERVER);

                assertThat(response.version()).isEqualTo(version);
                assertThat(response.body()).isEqualTo("hello");
                assertThat(span.attribute("url.scheme")).isEqualTo("https");
                assertThat(span.attribute("server.address")).isEqualTo("localhost");
                assertThat(span.attribute("server.port")).isEqualTo((long) port);
                assertThat(span.attribute("network.protocol.version"))
                        .isEqualTo(version == HttpClient.Version.HTTP_2 ? "2" : "1.1");
                assertThat(span.attribute("client.address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
            }
            app.expectCalmAgent();
        }
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
