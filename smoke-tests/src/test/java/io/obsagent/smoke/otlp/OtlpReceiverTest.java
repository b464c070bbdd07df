package io.obsagent.smoke.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtlpReceiverTest {
    private final OtlpReceiver receiver = OtlpReceiver.start();
    private final Received received = receiver.received();

    @AfterEach
    void close() {
        receiver.close();
    }

    private OtlpHttpSpanExporterBuilder http() {
        return OtlpHttpSpanExporter.builder().setEndpoint(receiver.httpEndpoint() + "/v1/traces");
    }

    private static void send(SpanExporter exporter) {
        try (SdkTracerProvider tracers = Fixtures.tracers(exporter)) {
            Fixtures.oneSpan(tracers);
        }
    }

    private HttpResponse<byte[]> post(Signal signal, String contentType, byte[] body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(receiver.httpEndpoint() + signal.path()))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void decodesGzippedSpansOverHttp() {
        send(http().setCompression("gzip").addHeader("X-Team", "blue").build());

        ReceivedSpan span = received.awaitSpans(1).get(0);
        assertThat(span.name()).isEqualTo("SELECT accounts");
        assertThat(span.attribute("db.system.name")).isEqualTo("postgresql");
        assertThat(span.resource("service.name")).isEqualTo("fixture");
        assertThat(span.parentId()).isEmpty();
        OtlpRequest request = received.requests(Signal.TRACES).get(0);
        assertThat(request.headers()).containsEntry("content-encoding", "gzip").containsEntry("x-team", "blue");
        assertThat(request.faults()).isEmpty();
    }

    @Test
    void decodesSpansOverGrpc() {
        send(OtlpGrpcSpanExporter.builder().setEndpoint(receiver.grpcEndpoint()).addHeader("x-team", "blue").build());

        assertThat(received.awaitSpans(1)).hasSize(1);
        OtlpRequest request = received.requests(Signal.TRACES).get(0);
        assertThat(request.transport()).isEqualTo(OtlpRequest.Transport.GRPC);
        assertThat(request.headers()).containsEntry("x-team", "blue");
    }

    @Test
    void countsTheNewestCumulativePointOnce() {
        try (SdkMeterProvider meters = Fixtures.meters(receiver)) {
            Fixtures.record(meters, 3);
            meters.forceFlush().join(10, TimeUnit.SECONDS);
            Fixtures.record(meters, 4);
        }

        received.awaitCount("db.client.operation.duration", Map.of("db.system.name", "postgresql"), 7);
        assertThat(received.count("db.client.operation.duration")).isEqualTo(7);
        assertThat(received.count("db.client.operation.duration", Map.of("db.system.name", "mysql"))).isZero();
        assertThat(received.points()).hasSizeGreaterThan(1);
    }

    @Test
    void refusedDataIsKeptAsRequestButNotAsSpans() {
        receiver.replyNext(Signal.TRACES, Reply.status(503).withRetryAfter("0"));

        send(http().build());

        received.awaitRequests(Signal.TRACES, 2);
        assertThat(received.spans()).hasSize(1);
    }

    @Test
    void refusesOverGrpcWithThePairedCode() {
        receiver.replyNext(Signal.TRACES, Reply.status(503));

        send(OtlpGrpcSpanExporter.builder().setEndpoint(receiver.grpcEndpoint()).build());

        assertThat(received.awaitRequests(Signal.TRACES, 2)).hasSize(2);
        assertThat(received.spans()).hasSize(1);
    }

    @Test
    void answersGarbageNothingAndDisconnectsAsScripted() throws Exception {
        receiver.terms().lift(ContractTerms.Part.MESSAGES, "empty requests");
        receiver.replyNext(Signal.TRACES, Reply.garbage(new byte[] {1, 2, 3}), Reply.disconnect());

        assertThat(post(Signal.TRACES, "application/x-protobuf", new byte[0]).body()).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> post(Signal.TRACES, "application/x-protobuf", new byte[0]))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aSenderThatIsNeverAnsweredTimesOut() {
        receiver.replyAlways(Signal.TRACES, Reply.never());

        send(http().setTimeout(Duration.ofMillis(300)).setRetryPolicy(null).build());

        assertThat(received.requests(Signal.TRACES)).hasSize(1);
        assertThat(received.spans()).isEmpty();
    }

    @Test
    void partialSuccessReachesTheSender() throws Exception {
        receiver.terms().lift(ContractTerms.Part.MESSAGES, "an empty request");
        receiver.replyNext(Signal.TRACES, Reply.partialSuccess(3, "too old"));

        byte[] body = post(Signal.TRACES, "application/x-protobuf", new byte[0]).body();

        assertThat(ExportTraceServiceResponse.parseFrom(body)
                .getPartialSuccess().getRejectedSpans()).isEqualTo(3);
    }

    @Test
    void pyroscopePushesAreKeptAsBytes() throws Exception {
        HttpResponse<byte[]> response = post(Signal.PYROSCOPE_PUSH, "application/proto", new byte[] {9, 8});

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(received.requests(Signal.PYROSCOPE_PUSH).get(0).body()).containsExactly(9, 8);
    }

    @Test
    void fieldsThatOtlpDoesNotKnowAreAFault() throws Exception {
        receiver.terms().lift(ContractTerms.Part.MESSAGES, "the unknown field is the point");
        byte[] fieldNumber99 = {(byte) 0x98, 0x06, 0x01};

        post(Signal.METRICS, "application/x-protobuf", fieldNumber99);

        assertThat(received.requests(Signal.METRICS).get(0).faults()).singleElement().asString().contains("99");
    }

    @Test
    void waitingInVainSaysWhatArrived() {
        send(http().build());

        assertThatThrownBy(() -> received.await("span of another name", Optional::empty, Duration.ofMillis(20)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("span of another name").hasMessageContaining("SELECT accounts");
    }
}
