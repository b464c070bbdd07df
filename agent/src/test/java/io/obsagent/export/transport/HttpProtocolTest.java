package io.obsagent.export.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obsagent.export.RawServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProtocolTest {
    private static final byte[] BODY = "spans and more".getBytes(StandardCharsets.US_ASCII);
    private static final String OK = RawServer.response("200 OK", "", "");

    private RawServer server;
    private SocketTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
        transport = to("http://localhost:" + server.port());
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
    }

    private static SocketTransport to(String endpoint, String... more) {
        String[] pairs = new String[more.length + 2];
        pairs[0] = "endpoint";
        pairs[1] = endpoint;
        System.arraycopy(more, 0, pairs, 2, more.length);
        return SocketTransport.of(Otlp.settings(pairs), "obs-agent/test");
    }

    private Reply send() throws IOException {
        return transport.send(BODY, 5, Deadline.in(10_000));
    }

    @Test
    void theRequestIsWhatTheSpecificationAsksFor() throws IOException {
        transport = to("http://localhost:" + server.port() + "/base", "headers", "Authorization=Basic%20eDp5,x-tenant=a", "compression", "gzip");
        server.answers(OK);

        assertThat(send().verdict).isEqualTo(Reply.Verdict.ACCEPTED);
        assertThat(server.heads().get(0)).startsWith("POST /base/v1/traces HTTP/1.1\r\n").endsWith("\r\n\r\n");
        assertThat(server.heads().get(0).split("\r\n"))
            .containsExactlyInAnyOrder(
                "POST /base/v1/traces HTTP/1.1",
                "Host: localhost:" + server.port(),
                "Content-Type: application/x-protobuf",
                "Content-Encoding: gzip",
                "Authorization: Basic eDp5",
                "x-tenant: a",
                "User-Agent: obs-agent/test",
                "Content-Length: 5");
        assertThat(server.bodies().get(0)).asString(StandardCharsets.US_ASCII).isEqualTo("spans");
    }

    @Test
    void aUserAgentOfTheSettingsReplacesOurs() throws IOException {
        transport = to("http://localhost:" + server.port(), "headers", "user-agent=mine");
        server.answers(OK);
        send();

        assertThat(server.heads().get(0)).contains("user-agent: mine").doesNotContain("obs-agent/test");
    }

    @Test
    void theConnectionIsKept() throws IOException {
        server.answers(OK, RawServer.response("503 Later", "", "busy"), "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", OK);
        for (int i = 0; i < 4; i++) {
            send();
        }

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void theConnectionIsGivenUpWhenTheBackendSaysSo() throws IOException {
        server.answers(RawServer.response("200 OK", "Connection: close\r\n", ""), OK);
        send();
        send();

        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aKeptConnectionThatTheBackendClosedIsReplacedUnnoticed() throws IOException {
        server.answers(OK, RawServer.HANG_UP, OK);
        send();

        assertThat(send().verdict).isEqualTo(Reply.Verdict.ACCEPTED);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aFreshConnectionThatTheBackendClosesIsAFailure() {
        server.answers(RawServer.HANG_UP);

        assertThatThrownBy(this::send).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @CsvSource({"429", "502", "503", "504"})
    void passingFailures(String status) throws IOException {
        server.answers(RawServer.response(status + " Later", "Retry-After: 7\r\nContent-Type: text/plain\r\n", "busy"));
        Reply reply = send();

        assertThat(reply.verdict).isEqualTo(Reply.Verdict.RETRY);
        assertThat(reply.retryAfterMillis).isEqualTo(7_000);
        assertThat(reply.reason).isEqualTo("HTTP " + status + ", busy");
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "405", "413", "415", "500", "501", "505"})
    void lastingFailures(String status) throws IOException {
        server.answers(RawServer.response(status + " No", "Content-Type: text/html\r\n", "<html>"));
        Reply reply = send();

        assertThat(reply.verdict).isEqualTo(Reply.Verdict.REJECTED);
        assertThat(reply.reason).isEqualTo("HTTP " + status);
    }

    @Test
    void theMessageOfAnOtlpErrorIsShown() throws IOException {
        server.answers(RawServer.response("400 Bad Request", "Content-Type: application/x-protobuf\r\n", "\u0008\u0003\u0012\u0004oops"));

        assertThat(send().reason).isEqualTo("HTTP 400, oops");
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        server.answers(RawServer.response("307 Temporary Redirect", "Location: http://elsewhere/\r\n", ""));
        Reply reply = send();

        assertThat(reply.verdict).isEqualTo(Reply.Verdict.REJECTED);
        assertThat(reply.reason).isEqualTo("HTTP 307, a redirect to http://elsewhere/, which is not followed");
        assertThat(server.heads()).hasSize(1);
    }

    @Test
    void interimResponsesAreSkippedAndChunksJoined() throws IOException {
        server.answers("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\n\n\u0003\r\n3\r\n\u0012\u0001x\r\n0\r\nTrailer: 1\r\n\r\n");

        assertThat(send().message).containsExactly(10, 3, 18, 1, 'x');
    }

    @Test
    void anAnswerThatIsNotOtlpIsNotTakenForSuccess() throws IOException {
        server.answers(RawServer.response("200 OK", "Content-Type: text/html\r\n", "<html>log in here</html>"));
        Reply reply = send();

        assertThat(reply.verdict).isEqualTo(Reply.Verdict.REJECTED);
        assertThat(reply.reason).isEqualTo("HTTP 200 with an answer that is not OTLP (text/html): is this the right endpoint?");
    }

    @Test
    void anEndlessAnswerIsReadWithinBounds() throws IOException {
        String chunk = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";
        server.answers("HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5));
        Reply reply = send();

        assertThat(reply.verdict).isEqualTo(Reply.Verdict.REJECTED);
        assertThat(reply.reason).isEqualTo("HTTP 200 with an answer of more than 4 MiB");
    }

    @Test
    void anEndlessHeadIsGivenUp() {
        server.answers("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(20_000));

        assertThatThrownBy(this::send).isInstanceOf(NotHttpException.class).hasMessageContaining("64 KiB");
    }

    @Test
    void aGrpcPortIsRecognised() {
        server.answers("\0\0\u0006\u0004\0\0\0\0\0\0\u0004\0\0\n\0");

        assertThatThrownBy(this::send).hasMessage("the answer is not HTTP/1.1 but HTTP/2: is this the gRPC port (otel.exporter.otlp.protocol=grpc)?");
    }

    @Test
    void aTlsPortIsRecognised() {
        server.answers("\u0015\u0003\u0003\0\u0002\u0002\n");

        assertThatThrownBy(this::send).hasMessage("the answer is not HTTP/1.1 but TLS: should the endpoint start with https://?");
    }

    @Test
    void aSilentBackendDoesNotHoldTheWorkerLongerThanTheDeadline() {
        long started = System.nanoTime();

        assertThatThrownBy(() -> transport.send(BODY, 5, Deadline.in(300)))
            .isInstanceOf(SocketTimeoutException.class)
            .hasMessage("no answer in time");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(Duration.ofMillis(250), Duration.ofSeconds(8));
    }

    @Test
    void anAnswerThatTricklesInDoesNotEither() throws IOException {
        server.answers("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");

        assertThatThrownBy(() -> transport.send(BODY, 5, Deadline.in(300))).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void norDoesABackendThatStopsReading() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0)) {
            transport = to("http://localhost:" + deaf.getLocalPort());
            byte[] large = new byte[64 << 20];

            assertThatThrownBy(() -> transport.send(large, large.length, Deadline.in(500)))
                .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void afterATimeoutTheNextRequestHasAConnectionOfItsOwn() throws IOException {
        assertThatThrownBy(() -> transport.send(BODY, 5, Deadline.in(200))).isInstanceOf(SocketTimeoutException.class);
        // The first answer is taken by the connection that nobody reads any more.
        server.answers(OK, OK);

        assertThat(send().verdict).isEqualTo(Reply.Verdict.ACCEPTED);
    }

    @Test
    void aClosedPortIsAConnectException() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        transport = to("http://localhost:" + port);

        assertThatThrownBy(this::send).isInstanceOf(ConnectException.class);
    }

    @Test
    void anUnknownHostIsNamed() {
        transport = to("http://no-such-host.invalid:4318");

        assertThatThrownBy(this::send).isInstanceOf(UnknownHostException.class);
    }
}
