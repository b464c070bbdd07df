package io.obsagent.profile.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.export.transport.Deadline;
import io.obsagent.config.Endpoint;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import io.obsagent.export.transport.SocketTransport;
import io.obsagent.profile.FakePyroscope;
import io.obsagent.profile.Windows;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final AtomicInteger dropped = new AtomicInteger();
    private FakePyroscope server;

    @BeforeEach
    void start() throws Exception {
        server = new FakePyroscope();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Outbox outbox(long mostBytes) {
        OtlpSettings settings = OtlpSettings.of(Settings.of(null, Collections.emptyMap(), Collections.emptyMap()), OtlpSettings.Signal.PROFILES)
                .to(Endpoint.parse(server.url() + "/push.v1.PusherService/Push"), "test", Map.of("Content-Type", "application/proto"));
        return new Outbox(SocketTransport.of(settings, "test"), server.url(), "outbox-test", mostBytes, dropped::incrementAndGet);
    }

    private static byte[] request(int first) {
        return new byte[] {(byte) first, 0, 0};
    }

    private String received() {
        return server.requests.stream().map(request -> String.valueOf(request.body[0])).collect(Collectors.joining(","));
    }

    @Test
    void theSameRequestIsSentAgainUntilItIsTaken() throws Exception {
        server.answers("503", "429");
        Outbox outbox = outbox(1_000);
        outbox.add(request(1));
        outbox.add(request(2));

        FakePyroscope.await("all requests", () -> server.requests.size() == 4);
        assertThat(received()).isEqualTo("1,1,1,2");
        outbox.close(100);
    }

    @Test
    void aRefusedRequestIsNotSentAgain() throws Exception {
        server.answers("422", "400");
        Outbox outbox = outbox(1_000);
        outbox.add(request(1));
        outbox.add(request(2));
        outbox.add(request(3));

        FakePyroscope.await("all requests", () -> server.requests.size() == 3);
        assertThat(received()).isEqualTo("1,2,3");
        outbox.close(100);
    }

    @Test
    void theServersWishToBeLeftAloneIsHeeded() throws Exception {
        server.answers("429 Retry-After:2");
        Outbox outbox = outbox(1_000);
        long start = System.nanoTime();
        outbox.add(request(1));

        FakePyroscope.await("the second attempt", () -> server.requests.size() == 2);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_900_000_000L);
        outbox.close(100);
    }

    @Test
    void theOldestGoWhenTheBytesAreFull() throws Exception {
        server.answers("503 Retry-After:3");
        Outbox outbox = outbox(9);
        outbox.add(request(1));
        FakePyroscope.await("the first attempt", () -> server.requests.size() == 1);
        for (int i = 2; i <= 6; i++) {
            outbox.add(request(i));
        }

        FakePyroscope.await("the rest", () -> server.requests.size() == 4);
        assertThat(received()).isEqualTo("1,4,5,6");
        assertThat(dropped).hasValue(3);
        outbox.close(100);
    }

    @Test
    void closingSendsWhatWaits() throws Exception {
        server.answers("503 Retry-After:30");
        Outbox outbox = outbox(1_000);
        outbox.add(request(1));
        FakePyroscope.await("the first attempt", () -> server.requests.size() == 1);
        outbox.add(request(2));
        outbox.close(5_000);

        assertThat(received()).isEqualTo("1,1,2");
    }

    @Test
    void closingEndsInTimeWhenNobodyListens() {
        String address = server.url();
        server.close();
        Outbox outbox = outbox(1_000);
        outbox.add(request(1));
        Deadline deadline = Deadline.in(1_500);
        outbox.close(500);

        assertThat(deadline.isOver()).as("closed at " + address).isFalse();
    }

    @Test
    void aWindowArrivesAsSeriesWithTheRightNames() throws Exception {
        Outbox outbox = outbox(1 << 20);
        Map<String, String> labels = Labels.of("shop", Map.of("host.name", "h1", "process.pid", "17"), Map.of("team", "a"));
        PyroscopeDestination destination = new PyroscopeDestination("test", labels, outbox);
        destination.send(Windows.small());

        FakePyroscope.await("the push", () -> server.requests.size() == 1);
        assertThat(server.requests.get(0).headers).containsEntry("Content-Type", "application/proto").doesNotContainKey("Content-Encoding");
        assertThat(server.series()).extracting(series -> series.labels.get("__name__")).containsExactly("process_cpu", "memory");
        assertThat(server.series()).allSatisfy(series -> assertThat(series.labels)
                .containsEntry("service_name", "shop").containsEntry("host_name", "h1").containsEntry("team", "a")
                .containsEntry("__delta__", "false").doesNotContainKey("process_pid"));
        destination.close(100);
    }
}
