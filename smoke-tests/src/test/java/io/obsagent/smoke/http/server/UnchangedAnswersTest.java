package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every byte of an answer but the date is what it would be without the agent, whatever the request looks like; bad input
 * is counted, not logged.
 */
class UnchangedAnswersTest {
    private static final String[] H2 = {"com.h2database:h2:2.2.224", "org.slf4j:slf4j-nop:2.0.17"};

    /** What {@code /large} streams is 64 MiB. */
    private static final String LESS_THAN_LARGE = "-Xmx60m";

    /** Some of the application, and where the head was malformed some of the server itself. */
    private static final Pattern ANSWERED = Pattern.compile("HTTP/1.[01] [1-5]");

    @TempDir
    private static Path folder;

    static Stream<Arguments> servers() {
        String tomcat = "org.apache.tomcat.embed:tomcat-embed-core:11.0.25";
        return Stream.of(
                Arguments.of("Tomcat", "TomcatServer", "/app", classPath(tomcat, "servlet", "tomcat")),
                Arguments.of("Jetty", "JettyServer", "/app",
                        classPath("org.eclipse.jetty.ee10:jetty-ee10-servlet:12.1.12", "servlet", "jetty12")),
                Arguments.of("Undertow", "UndertowHandlerServer", "",
                        classPath("io.undertow:undertow-core:2.3.20.Final", "undertow")),
                Arguments.of("Netty", "VertxServer", "", classPath("io.vertx:vertx-core:5.1.6", "vertx")),
                Arguments.of("JDK", "JdkServer", "/app", classPath(H2[0], "jdk")));
    }

    private static List<Path> classPath(String library, String... folders) {
        List<String> sources = new ArrayList<>(List.of("http-server/common"));
        Stream.of(folders).forEach(source -> sources.add("http-server/" + source));
        return AppSources.compile(17, Libraries.resolve(library, H2[0], H2[1]), sources.toArray(new String[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void answersAreThoseWithoutTheAgent(String name, String mainClass, String context, List<Path> classPath) {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess bare = JavaApp.of(mainClass, classPath).start(folder.toString());
                AppProcess app = JavaApp.of(mainClass, classPath).withAgent().exportTo(receiver).jvmOption(LESS_THAN_LARGE)
                        .start(folder.toString())) {
            int barePort = bare.awaitPort();
            int port = app.awaitPort();
            int answered = 0;
            for (Map.Entry<String, String> request : requests(context).entrySet()) {
                String answer = answer(port, request.getValue());
                assertThat(answer).as(request.getKey()).isEqualTo(answer(barePort, request.getValue()));
                answered += ANSWERED.matcher(answer).lookingAt() ? 1 : 0;
            }

            String large = get(context + "/large", "");
            assertThat(RawHttp.length(port, large)).as("a stream longer than the heap").isEqualTo(RawHttp.length(barePort, large));
            String last = answer(port, "GET " + context + "/hello?last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(last).endsWith("hello");
            receiver.received().awaitSpan("last", span -> "last".equals(span.attribute("url.query")));
            assertThat(app.agentLines()).as("one for the start, none for a request").hasSizeLessThanOrEqualTo(1);
            receiver.received().awaitCount("http.server.request.duration", Map.of(), answered + 2);
            assertThat(receiver.received().count("http.server.request.duration")).as("none twice")
                    .isLessThanOrEqualTo(requests(context).size() + 2);
            assertMalformed(receiver, "traceparent", 2);
            assertMalformed(receiver, "baggage", 1);
            app.expectCalmAgent();
        }
    }

    private static void assertMalformed(OtlpReceiver receiver, String header, int times) {
        receiver.received().awaitMetric("obs.propagation.malformed.headers",
                point -> header.equals(point.attribute("obs.propagation.header")) && point.value() == times);
    }

    private static String answer(int port, String request) {
        return RawHttp.exchange(port, request).replaceAll("(?i)\r\ndate: [^\r]*", "");
    }

    /** Well-formed ones, and what no client library would send. */
    private static Map<String, String> requests(String context) {
        Map<String, String> requests = new LinkedHashMap<>();
        for (String path : List.of("/hello", "/redirect", "/fail", "/nothing/here", "/hello?a=b&c=%41", "/hello%zz", "/hello?x=%zz")) {
            requests.put("GET " + path, get(context + path, ""));
        }
        requests.put("HEAD", get(context + "/hello", "").replace("GET", "HEAD"));
        requests.put("body", get(context + "/echo", "Content-Length: 5\r\n").replace("GET", "POST") + "12345");
        requests.put("chunks", get(context + "/echo", "Transfer-Encoding: chunked\r\n").replace("GET", "POST")
                + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        for (String header : List.of("traceparent: garbage", "traceparent: 00-1-2-3\r\ntracestate: =,=,\u00ff",
                "tracestate: " + "a=b,".repeat(500), "baggage: =;;,%zz=%", "Forwarded: for=\"[::;proto=;host=\"",
                "Forwarded: for=;;;,,,proto=gopher;host=:::99999", "X-Forwarded-For: ,,\r\nX-Forwarded-Host: a b",
                "X-Forwarded-Proto: ", "no colon", "sp ace: a", "Content-Length: -1", "Content-Length: x",
                "X-Long: " + "y".repeat(6000))) {
            requests.put(header.substring(0, Math.min(60, header.length())), get(context + "/hello", header + "\r\n"));
        }
        requests.put("no request line", "GARBAGE\r\n\r\n");
        requests.put("unknown version", get(context + "/hello", "").replace("HTTP/1.1", "HTTP/7.3"));
        requests.put("two hosts", get(context + "/hello", "Host: other\r\n"));
        requests.put("host of nonsense", get(context + "/hello", "").replace("localhost", "[:::]:x"));
        return requests;
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }
}
