package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of the W3C's own test suite for Trace Context, asked as its harness asks them: a request with these header
 * lines on a socket, upon which the service calls back, and what that call carries is judged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class W3cTraceContextTest {
    private static final String TRACE = "12345678901234567890123456789012";
    private static final String PARENT = "1234567890123456";
    private static final String VALID = "traceparent: 00-" + TRACE + "-" + PARENT + "-01";
    private static final String UNSAMPLED = "traceparent: 00-" + TRACE + "-" + PARENT + "-00";

    @TempDir
    private static Path folder;

    private final List<Headers> callbacks = new ArrayList<>();
    private OtlpReceiver receiver;
    private HttpServer harness;
    private AppProcess service;
    private int port;

    @BeforeAll
    void start() throws IOException {
        harness = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        harness.createContext("/", exchange -> {
            callbacks.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        harness.start();
        receiver = OtlpReceiver.start();
        service = JavaApp.of("Front", AppSources.compile(11,
                        Libraries.resolve("org.apache.tomcat.embed:tomcat-embed-core:9.0.121"),
                        "http-client/common", "http-client/javahttpclient"))
                .withAgent().exportTo(receiver).start(folder.toString());
        port = service.awaitPort();
    }

    @AfterAll
    void stop() {
        service.expectCalmAgent();
        service.close();
        receiver.close();
        harness.stop(0);
    }

    /** What the service's calls carry when it is asked, by a path of the application, with these header lines. */
    private List<Headers> calls(String mode, String... lines) {
        callbacks.clear();
        String form = "method=GET&url=" + URLEncoder.encode("http://localhost:" + harness.getAddress().getPort() + "/",
                StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder("POST " + mode + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n");
        for (String line : lines) {
            request.append(line).append("\r\n");
        }
        assertThat(RawHttp.exchange(port, request.append("\r\n").append(form).toString())).startsWith("HTTP/1.1 200");
        return List.copyOf(callbacks);
    }

    private Headers called(String... lines) {
        List<Headers> calls = calls("/send", lines);
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    /** The one, well-formed traceparent of a call. */
    private static String parent(Headers call) {
        assertThat(call.get("Traceparent")).hasSize(1);
        assertThat(call.getFirst("Traceparent")).matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-0[0-3]")
                .doesNotContain(PARENT + "-0");
        return call.getFirst("Traceparent");
    }

    private static String state(Headers call) {
        return String.join(",", Optional.ofNullable(call.get("Tracestate")).orElse(List.of()));
    }

    static Stream<String> parentsThatContinue() {
        String value = "00-" + TRACE + "-" + PARENT + "-01";
        return Stream.of(VALID, "TraceParent: " + value, "TrAcEpArEnT: " + value, "TRACEPARENT: " + value,
                "traceparent: cc-" + TRACE + "-" + PARENT + "-01",
                "traceparent: cc-" + TRACE + "-" + PARENT + "-01-what-the-future-will-be-like",
                "traceparent:  " + value, "traceparent: \t" + value, "traceparent: " + value + " ",
                "traceparent: " + value + "\t", "traceparent: \t " + value + " \t");
    }

    @ParameterizedTest
    @MethodSource("parentsThatContinue")
    void theTraceGoesOn(String line) {
        assertThat(parent(called(line))).startsWith("00-" + TRACE + "-").endsWith("-01");
    }

    static Stream<String> parentsThatRestart() {
        return Stream.of("", "trace-parent: 00-" + TRACE + "-" + PARENT + "-01", "trace.parent: 00-" + TRACE + "-" + PARENT + "-01",
                VALID + "\r\n" + VALID.replace("9012-1", "9011-1"), VALID + ".", VALID + "-what-the-future-will-be-like",
                "traceparent: cc-" + TRACE + "-" + PARENT + "-01.what-the-future-will-be-like", version("ff"), version(".0"),
                version("0."), version("000"), version("0000"), version("0"), trace("0".repeat(32)),
                trace("." + TRACE.substring(1)), trace(TRACE.substring(1) + "."), trace(TRACE + "3"), trace(TRACE.substring(1)),
                span("0".repeat(16)), span("." + PARENT.substring(1)), span(PARENT.substring(1) + "."), span(PARENT + "7"),
                span(PARENT.substring(1)), flags(".0"), flags("0."), flags("001"), flags("1"));
    }

    private static String version(String version) {
        return "traceparent: " + version + "-" + TRACE + "-" + PARENT + "-01";
    }

    private static String trace(String trace) {
        return "traceparent: 00-" + trace + "-" + PARENT + "-01";
    }

    private static String span(String span) {
        return "traceparent: 00-" + TRACE + "-" + span + "-01";
    }

    private static String flags(String flags) {
        return "traceparent: 00-" + TRACE + "-" + PARENT + "-" + flags;
    }

    @ParameterizedTest
    @MethodSource("parentsThatRestart")
    void theTraceIsANewOne(String lines) {
        assertThat(parent(called(lines.isEmpty() ? new String[0] : lines.split("\r\n"))))
                .doesNotContain(TRACE.substring(1, 31)).doesNotContain("9011-");
    }

    /** With a valid parent: these lines, and the state that has to be handed on. */
    static Stream<Arguments> states() {
        String key = "abcdefghijklmnopqrstuvwxyz0123456789_-*/";
        String value = characters(0x20, 0x2b) + characters(0x2d, 0x3c) + characters(0x3e, 0x7e);
        return Stream.concat(Stream.of("z".repeat(256), "t".repeat(241) + "@" + "v".repeat(14), "t".repeat(242) + "@v",
                        "t@" + "v".repeat(15)).map(odd -> states("foo=1," + odd + "=1", "foo=1", odd + "=1")), Stream.of(
                states("foo=1,bar=2", "foo=1,bar=2"), states("", ""), states("foo=1", "foo=1", ""), states("foo=1", "", "foo=1"),
                states("foo=1,bar=2,rojo=1,congo=2,baz=3", "foo=1,bar=2", "rojo=1,congo=2", "baz=3"),
                states("foo=1", "foo=1,foo=1"), states("foo=1", "foo=1,foo=2"), states("foo=1", "foo=1", "foo=1"),
                states("foo=1", "foo=1", "foo=2"), states(key + "=" + value, key + "=" + value),
                states(key + "@a-z0-9_-*/=" + value, key + "@a-z0-9_-*/=" + value),
                states("foo=1,bar=2,baz=3", "foo=1 \t , \t bar=2, \t baz=3"),
                states("foo=1,bar=2,baz=3", "foo=1\t \t,\t \tbar=2,\t \tbaz=3"), states("foo=1", " foo=1"),
                states("foo=1", "\tfoo=1"), states("foo=1", "foo=1 "), states("foo=1", "foo=1\t"), states("foo=1", "\t foo=1 \t"),
                states("", "foo =1"), states("", "FOO=1"), states("", "foo.bar=1"), states("foo@=1,bar=2", "foo@=1,bar=2"),
                states("", "@foo=1,bar=2"), states("foo@@bar=1,bar=2", "foo@@bar=1,bar=2"),
                states("foo@bar@baz=1,bar=2", "foo@bar@baz=1,bar=2"), states("", "foo=1", "z".repeat(257) + "=1"),
                states(members(1, 32), members(1, 10), members(11, 20), members(21, 30), members(31, 32)),
                states("", members(1, 10), members(11, 20), members(21, 30), members(31, 33)),
                states("", "foo=bar=baz"), states("", "foo=,bar=3")));
    }

    private static Arguments states(String expected, String... lines) {
        return Arguments.of(expected, lines);
    }

    private static String characters(int first, int last) {
        return IntStream.rangeClosed(first, last).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    private static String members(int first, int last) {
        return String.join(",", IntStream.rangeClosed(first, last).mapToObj(i -> String.format("bar%02d=%02d", i, i)).toList());
    }

    @ParameterizedTest
    @MethodSource("states")
    void theStateIsHandedOn(String expected, String[] states) {
        Headers call = called(Stream.concat(Stream.of(UNSAMPLED), Stream.of(states).map(state -> "tracestate: " + state))
                .toArray(String[]::new));

        assertThat(parent(call)).startsWith("00-" + TRACE + "-").endsWith("-00");
        assertThat(state(call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"00,00", "01,01", "02,02", "03,03", "fc,00", "ff,03"})
    void ofTheFlagsThoseThatAreKnownAreHandedOn(String arrived, String sent) {
        assertThat(parent(called(flags(arrived)))).startsWith("00-" + TRACE + "-").endsWith("-" + sent);
    }

    @Test
    void theStateHasOneNameInAnyCase() {
        assertThat(state(called(UNSAMPLED, "trace-state: foo=1"))).isEmpty();
        assertThat(state(called(UNSAMPLED, "trace.state: foo=1"))).isEmpty();
        assertThat(state(called(UNSAMPLED, "TraceState: foo=1"))).isEqualTo("foo=1");
        assertThat(state(called(UNSAMPLED, "TrAcEsTaTe: foo=1"))).isEqualTo("foo=1");
        assertThat(state(called(UNSAMPLED, "TRACESTATE: foo=1"))).isEqualTo("foo=1");
    }

    @Test
    void aStateWithoutAParentIsDropped() {
        assertThat(state(called("tracestate: foo=1"))).isEmpty();
        assertThat(state(called("tracestate: foo=1,bar=2"))).isEmpty();
    }

    @Test
    void baggageIsHandedOnWithAParentAndWithout() {
        assertThat(called(VALID, "baggage: user=jane;secret=no").get("Baggage")).containsExactly("user=jane;secret=no");
        assertThat(called(VALID, "baggage: user=jane", "Baggage: plan=pro , tier = 1").get("Baggage"))
                .containsExactly("user=jane,plan=pro,tier = 1");
        assertThat(called("baggage: user=jane").get("Baggage")).containsExactly("user=jane");
    }

    @Test
    void eachOfSeveralCallsIsASpanOfItsOwn() {
        for (String line : List.of(VALID, "X-None: 1", trace("0".repeat(32)))) {
            List<Headers> calls = calls("/twice", line);

            assertThat(calls).hasSize(2);
            assertThat(calls).extracting(call -> parent(call).substring(36, 52)).doesNotHaveDuplicates();
            assertThat(calls).extracting(call -> parent(call).substring(0, 35)).containsOnly(parent(calls.get(0)).substring(0, 35));
            assertThat(parent(calls.get(0)).contains(TRACE)).isEqualTo(line.equals(VALID));
        }
    }
}
