package io.obsagent.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.config.OtlpSettings;
import io.obsagent.export.transport.SocketTransport;
import io.obsagent.export.transport.Otlp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Message MESSAGE = out -> out.write(new byte[100]);
    private static final String OK = RawServer.response("200 OK", "", "");
    private static final String BUSY = RawServer.response("503 Service Unavailable", "", "");

    private RawServer server;
    private Delivery delivery;

    @BeforeEach
    void start() throws IOException {
        server = new RawServer();
        delivery = delivery(server.port(), 10_000);
    }

    @AfterEach
    void stop() throws IOException {
        delivery.close();
        server.close();
    }

    private static Delivery delivery(int port, long timeoutMillis) {
        OtlpSettings settings = Otlp.settings("endpoint", "http://localhost:" + port, "timeout", String.valueOf(timeoutMillis));
        return new Delivery(settings, SocketTransport.of(settings, "test"), new Backoff(1, 20), timeoutMillis);
    }

    private boolean deliver(int items) {
        return delivery.deliver(MESSAGE, items);
    }

    @Test
    void theSameBytesGoOutAgainAfterAPassingFailure() {
        server.answers(BUSY, RawServer.HANG_UP, BUSY, OK);

        assertThat(deliver(7)).isTrue();
        assertThat(server.bodies()).hasSize(4).allMatch(body -> Arrays.equals(body, server.bodies().get(0)));
        assertThat(delivery.counts().delivered()).isEqualTo(7);
        // The hung-up connection had been kept, so its request was repeated at once and not counted as an attempt.
        assertThat(delivery.counts().requests()).isEqualTo(3);
        assertThat(delivery.counts().lost()).isZero();
    }

    @Test
    void attemptsAreLimited() {
        server.answers(BUSY, BUSY, BUSY, BUSY, BUSY, OK);

        assertThat(deliver(7)).isFalse();
        assertThat(server.bodies()).hasSize(5);
        assertThat(delivery.counts().lost()).isEqualTo(7);
    }

    @Test
    void aLastingFailureIsNotRepeated() {
        server.answers(RawServer.response("400 Bad Request", "", ""), OK);

        assertThat(deliver(7)).isFalse();
        assertThat(server.bodies()).hasSize(1);
        assertThat(delivery.counts().rejected()).isEqualTo(7);
        assertThat(delivery.counts().delivered()).isZero();
    }

    @Test
    void theBackendsWishIsHonoured() {
        server.answers(RawServer.response("429 Too Many", "Retry-After: 1\r\n", ""), OK);
        long started = System.nanoTime();

        assertThat(deliver(7)).isTrue();
        assertThat(System.nanoTime() - started).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(990));
    }

    @Test
    void aWishLongerThanTheDeadlineIsHonouredAcrossBatches() {
        server.answers(RawServer.response("503 Later", "Retry-After: 60\r\n", ""), OK);

        assertThat(deliver(7)).isFalse();
        assertThat(deliver(8)).isFalse();
        assertThat(server.bodies()).hasSize(1);
        assertThat(delivery.counts().lost()).isEqualTo(15);
    }

    @Test
    void aPartialSuccessIsCountedAndNotRepeated() {
        server.answers(RawServer.response("200 OK", "Content-Type: application/x-protobuf\r\n", "\n\u0007\u0008\u0003\u0012\u0003bad"));

        assertThat(deliver(10)).isTrue();
        assertThat(server.bodies()).hasSize(1);
        assertThat(delivery.counts().delivered()).isEqualTo(7);
        assertThat(delivery.counts().rejected()).isEqualTo(3);
    }

    @Test
    void garbageWithStatus200IsNotTakenForSuccess() {
        server.answers(RawServer.response("200 OK", "Content-Type: application/x-protobuf\r\n", "\u00ff\u00fe\u00fd"));

        assertThat(deliver(10)).isFalse();
        assertThat(delivery.counts().rejected()).isEqualTo(10);
    }

    @Test
    void aSilentBackendCostsOneTimeoutAndTheNextBatchGetsThrough() throws IOException {
        delivery.close();
        delivery = delivery(server.port(), 300);

        assertThat(deliver(1)).isFalse();
        assertThat(delivery.counts().requests()).isEqualTo(1);
        server.answers(OK, OK);
        assertThat(deliver(2)).isTrue();
        assertThat(delivery.counts().delivered()).isEqualTo(2);
    }

    @Test
    void aBackendThatComesBackGetsTheNextBatch() throws IOException {
        int port = server.port();
        server.close();
        assertThat(deliver(1)).isFalse();

        try (ServerSocket free = new ServerSocket(port)) {
            assertThat(free.isBound()).isTrue();
        }
        server = new RawServer(new FixedPort(port)).answers(OK);
        assertThat(deliver(2)).isTrue();
        assertThat(delivery.counts().delivered()).isEqualTo(2);
        assertThat(delivery.counts().lost()).isEqualTo(1);
    }

    @Test
    void closingEndsAWaitAtOnce() throws Exception {
        server.answers(RawServer.response("503 Later", "Retry-After: 9\r\n", ""));
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> deliver(3));
        while (server.bodies().isEmpty()) {
            Thread.onSpinWait();
        }
        delivery.close();

        assertThat(waiting.get(5, TimeUnit.SECONDS)).isFalse();
        assertThat(delivery.counts().lost()).isEqualTo(3);
    }

    @Test
    void anInterruptEndsAWaitAndIsPreserved() {
        server.answers(RawServer.response("503 Later", "Retry-After: 9\r\n", ""), OK);
        Thread.currentThread().interrupt();

        assertThat(deliver(3)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aRequestThatCannotBeEncodedIsLostNotThrown() {
        Message broken = out -> {
            throw new IOException("no");
        };

        assertThat(delivery.deliver(broken, 4)).isFalse();
        assertThat(delivery.counts().lost()).isEqualTo(4);
    }

    /** Binds where another server was. */
    private static final class FixedPort extends ServerSocketFactory {
        private final int port;

        FixedPort(int port) {
            this.port = port;
        }

        @Override
        public ServerSocket createServerSocket(int ignored, int backlog, InetAddress address) throws IOException {
            return new ServerSocket(port, backlog, address);
        }

        @Override
        public ServerSocket createServerSocket(int ignored) throws IOException {
            return new ServerSocket(port);
        }

        @Override
        public ServerSocket createServerSocket(int ignored, int backlog) throws IOException {
            return new ServerSocket(port, backlog);
        }
    }
}
