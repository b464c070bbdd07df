package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.ContractTerms;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is off by default: the header that tells browsers their trace, and the names of the classic stack. */
class HttpOptionsTest {
    private static final String H2 = "com.h2database:h2:2.2.224";

    @TempDir
    private static Path folder;

    static Stream<Arguments> servers() {
        return Stream.of(
                Arguments.of("TomcatServer", "/app", AppSources.compile(17,
                        Libraries.resolve("org.apache.tomcat.embed:tomcat-embed-core:11.0.25", H2),
                        "http-server/common", "http-server/servlet", "http-server/tomcat")),
                Arguments.of("VertxServer", "", AppSources.compile(17, Libraries.resolve("io.vertx:vertx-core:5.1.6", H2),
                        "http-server/common", "http-server/vertx")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void theTraceIsInTheResponseAndOldNamesStandBesideTheNew(String mainClass, String context, List<Path> classPath) {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess app = JavaApp.of(mainClass, classPath).withAgent().exportTo(receiver)
                        .env("OBS_HTTP_SERVER_TIMING", "true").env("OTEL_SEMCONV_STABILITY_OPT_IN", "http/dup")
                        .start(folder.toString())) {
            receiver.terms().lift(ContractTerms.Part.DEPRECATED_NAMES, "the old names are asked for");
            int port = app.awaitPort();
            String answer = RawHttp.exchange(port, "GET " + context + "/hello?a=b HTTP/1.1\r\nHost: shop.example:8080\r\n"
                    + "User-Agent: browser\r\nConnection: close\r\n\r\n");
            ReceivedSpan span = receiver.received().awaitSpan("request", found -> "a=b".equals(found.attribute("url.query")));

            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("hello").containsIgnoringCase("\r\nServer-Timing: traceparent;desc=\"00-"
                    + span.traceId() + "-" + span.spanId() + "-01\"\r\n");
            assertThat(span.attributes()).containsEntry("http.method", "GET").containsEntry("http.scheme", "http")
                    .containsEntry("http.target", context + "/hello?a=b").containsEntry("http.status_code", 200L)
                    .containsEntry("http.flavor", "1.1").containsEntry("http.user_agent", "browser")
                    .containsEntry("http.client_ip", span.attribute("client.address"))
                    .containsEntry("net.host.name", "shop.example").containsEntry("net.host.port", 8080L)
                    .containsEntry("http.request.method", "GET").containsEntry("http.response.status_code", 200L);
            app.expectCalmAgent();
        }
    }
}
