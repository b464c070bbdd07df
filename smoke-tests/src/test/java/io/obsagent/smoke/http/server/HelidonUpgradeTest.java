package io.obsagent.smoke.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.LibraryVersions;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.Map;
import java.util.Optional;

/** Requests to go on in another protocol: one span, which ends with the handshake. */
class HelidonUpgradeTest {
    private static final String CONNECTION = "Host: localhost\r\nConnection: close\r\nUpgrade: ";

    @LibraryVersions(name = "Helidon WebSocket", artifact = "io.helidon.webserver:helidon-webserver-websocket",
            versions = {"4.0.0", "4.1.6", "4.3.1"})
    void aSocketIsASpanWithItsRoute(Library library) {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess app = start(HelidonTest.on21("HelidonSockets", library, "http-server/helidon-sockets"), receiver)) {
            int port = app.awaitPort();
            TracedRequest traced = new TracedRequest();
            try (EchoSocket socket = new EchoSocket(port, "/rooms/4711", traced)) {
                ReceivedSpan span = served(receiver, traced);

                assertThat(socket.echo("hello")).isEqualTo("hello");
                assertThat(span.name()).isEqualTo("GET /rooms/{room}");
                assertThat(span.attribute("http.response.status_code")).isEqualTo(101L);
                assertThat(span.isError()).isFalse();
            }
            assertThat(handshake(receiver, port, "/not-a-socket", "13", 200).attribute("http.route"))
                    .isEqualTo("/not-a-socket");
            assertThat(handshake(receiver, port, "/rooms/4711", "12", 400).isError()).isFalse();
            assertAllCounted(receiver, 3);
            app.expectCalmAgent();
        }
    }

    /** WebSockets of this version are not in every repository; this is the way they take. */
    @LibraryVersions(name = "Helidon routed upgrade", artifact = "io.helidon.webserver:helidon-webserver", versions = "4.5.0")
    void anUpgradeThatIsRoutedIsASpan(Library library) {
        try (OtlpReceiver receiver = OtlpReceiver.start();
                AppProcess app = start(HelidonTest.on21("HelidonEcho", library, "http-server/helidon-echo"), receiver)) {
            int port = app.awaitPort();
            TracedRequest traced = new TracedRequest();
            assertThat(RawHttp.exchange(port, "GET /echo HTTP/1.1\r\n" + CONNECTION + "echo\r\ntraceparent: "
                    + traced.traceparent() + "\r\n\r\n!")).startsWith("HTTP/1.1 101").endsWith("!");
            ReceivedSpan span = served(receiver, traced);

            assertThat(span.attribute("http.response.status_code")).isEqualTo(101L);
            assertThat(span.isError()).isFalse();
            assertAllCounted(receiver, 1);
            app.expectCalmAgent();
        }
    }

    private static AppProcess start(JavaApp app, OtlpReceiver receiver) {
        return app.withAgent().exportTo(receiver).start();
    }

    /** The span of a request for a socket that there is not. */
    private static ReceivedSpan handshake(OtlpReceiver receiver, int port, String path, String version, long status) {
        TracedRequest traced = new TracedRequest();
        assertThat(RawHttp.exchange(port, "GET " + path + " HTTP/1.1\r\n" + CONNECTION + "websocket\r\nSec-WebSocket-Version: "
                + version + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\ntraceparent: " + traced.traceparent()
                + "\r\n\r\n")).startsWith("HTTP/1.1 " + status);
        ReceivedSpan span = served(receiver, traced);
        assertThat(span.attribute("http.response.status_code")).isEqualTo(status);
        return span;
    }

    private static ReceivedSpan served(OtlpReceiver receiver, TracedRequest traced) {
        return receiver.received().awaitSpan("server span of " + traced.traceId,
                span -> span.traceId().equals(traced.traceId) && span.kind() == SpanKind.SPAN_KIND_SERVER);
    }

    /** Each once, and none active any more. */
    private static void assertAllCounted(OtlpReceiver receiver, int requests) {
        receiver.received().awaitCount("http.server.request.duration", Map.of(), requests);
        assertThat(receiver.received().spans(span -> span.kind() == SpanKind.SPAN_KIND_SERVER)).hasSize(requests);
        receiver.received().await("an end of all", () -> Optional.of(receiver.received())
                .filter(received -> received.value("http.server.active_requests", Map.of()) == 0));
    }
}
