package io.obsagent.export.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the gRPC server of grpc-java. */
class GrpcProtocolTest {
    private static final byte[] REQUEST =
        ExportTraceServiceRequest.newBuilder().addResourceSpans(ResourceSpans.newBuilder().setSchemaUrl("here")).build().toByteArray();

    private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Metadata> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private Consumer<StreamObserver<ExportTraceServiceResponse>> answer = GrpcProtocolTest::accept;
    private Server server;
    private SocketTransport transport;

    @AfterEach
    void stop() throws InterruptedException {
        if (transport != null) {
            transport.close();
        }
        if (server != null) {
            server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private static void accept(StreamObserver<ExportTraceServiceResponse> observer) {
        observer.onNext(ExportTraceServiceResponse.getDefaultInstance());
        observer.onCompleted();
    }

    private void serve(int port, UnaryOperator<NettyServerBuilder> more) throws IOException {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .addService(new TraceServiceGrpc.TraceServiceImplBase() {
                @Override
                public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> observer) {
                    requests.add(request);
                    answer.accept(observer);
                }
            })
            .intercept(new ServerInterceptor() {
                @Override
                public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata head, ServerCallHandler<Q, R> next) {
                    heads.add(head);
                    return next.startCall(call, head);
                }
            })
            .addTransportFilter(new ServerTransportFilter() {
                @Override
                public Attributes transportReady(Attributes attributes) {
                    connections.incrementAndGet();
                    return attributes;
                }
            })
            .maxInboundMessageSize(64 << 20)
            .maxInboundMetadataSize(128 << 10);
        server = more.apply(builder).build().start();
    }

    private void connect(String endpoint, String... more) {
        String[] pairs = new String[more.length + 4];
        System.arraycopy(new String[] {"protocol", "grpc", "endpoint", endpoint}, 0, pairs, 0, 4);
        System.arraycopy(more, 0, pairs, 4, more.length);
        transport = SocketTransport.of(Otlp.settings(pairs), "obs-agent/test");
    }

    private void serveAndConnect(String... more) throws IOException {
        serve(0, UnaryOperator.identity());
        connect("http://localhost:" + server.getPort(), more);
    }

    private Reply send(byte[] body) throws IOException {
        return transport.send(body, body.length, Deadline.in(20_000));
    }

    private String head(int request, String name) {
        return heads.get(request).get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    }

    @Test
    void theRequestArrives() throws IOException {
        serveAndConnect("headers", "X-Tenant=a,authorization=Bearer%20b");

        assertThat(send(REQUEST).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
        assertThat(requests.get(0).getResourceSpans(0).getSchemaUrl()).isEqualTo("here");
        assertThat(head(0, "x-tenant")).isEqualTo("a");
        assertThat(head(0, "authorization")).isEqualTo("Bearer b");
        assertThat(head(0, "user-agent")).isEqualTo("obs-agent/test");
        assertThat(head(0, "grpc-timeout")).isNotNull();
    }

    @Test
    void anEmptyRequestArrives() throws IOException {
        serveAndConnect();

        assertThat(send(new byte[0]).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
        assertThat(requests).containsExactly(ExportTraceServiceRequest.getDefaultInstance());
    }

    @Test
    void aCompressedRequestArrives() throws IOException {
        serveAndConnect("compression", "gzip");
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(REQUEST);
        }

        assertThat(send(compressed.toByteArray()).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
        assertThat(requests.get(0).getResourceSpans(0).getSchemaUrl()).isEqualTo("here");
    }

    @Test
    void oneConnectionServesManyRequestsLargerThanItsWindows() throws IOException {
        serveAndConnect();
        String large = "x".repeat(3 << 20);
        byte[] body = ExportTraceServiceRequest.newBuilder().addResourceSpans(ResourceSpans.newBuilder().setSchemaUrl(large)).build().toByteArray();
        for (int i = 0; i < 5; i++) {
            assertThat(send(body).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
        }

        assertThat(requests).hasSize(5).allMatch(request -> request.getResourceSpans(0).getSchemaUrl().equals(large));
        assertThat(connections).hasValue(1);
    }

    @Test
    void answersLargerThanTheWindowArrive() throws IOException {
        serveAndConnect();
        String large = "y".repeat(1 << 20);
        answer = observer -> {
            observer.onNext(ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(3).setErrorMessage(large)).build());
            observer.onCompleted();
        };
        for (int i = 0; i < 3; i++) {
            assertThat(ExportTraceServiceResponse.parseFrom(send(REQUEST).message).getPartialSuccess().getErrorMessage()).isEqualTo(large);
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    void anAnswerOfMoreThanFourMegabytesIsGivenUp() throws IOException {
        serveAndConnect();
        answer = observer -> {
            observer.onNext(ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setErrorMessageBytes(ByteString.copyFrom(new byte[5 << 20]))).build());
            observer.onCompleted();
        };

        assertThatThrownBy(() -> send(REQUEST)).hasMessage("HTTP/2 failed: an answer of more than 4 MiB");
    }

    @ParameterizedTest
    @EnumSource(value = Status.Code.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void theStatusDecidesWhetherToTryAgain(Status.Code code) throws IOException {
        serveAndConnect();
        answer = observer -> observer.onError(Status.fromCode(code).withDescription("because").asException());
        Reply reply = send(REQUEST);

        assertThat(reply.verdict).isEqualTo(
            List.of("CANCELLED", "DEADLINE_EXCEEDED", "ABORTED", "OUT_OF_RANGE", "UNAVAILABLE", "DATA_LOSS").contains(code.name())
                ? Reply.Verdict.RETRY
                : Reply.Verdict.REJECTED);
        assertThat(reply.reason).isEqualTo("gRPC " + code.name() + ", because");
        assertThat(reply.retryAfterMillis).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(value = Status.Code.class, names = {"RESOURCE_EXHAUSTED", "UNAVAILABLE"})
    void aRetryInfoMakesItATemporaryFailure(Status.Code code) throws IOException {
        serveAndConnect();
        RetryInfo info = RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(2).setNanos(500_000_000)).build();
        com.google.rpc.Status status = com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage("slow down").addDetails(Any.pack(info)).build();
        answer = observer -> observer.onError(StatusProto.toStatusException(status));
        Reply reply = send(REQUEST);

        assertThat(reply.verdict).isEqualTo(Reply.Verdict.RETRY);
        assertThat(reply.retryAfterMillis).isEqualTo(2_500);
    }

    @Test
    void everyCharacterOfAMessageSurvives() throws IOException {
        serveAndConnect();
        StringBuilder all = new StringBuilder("\u00fc\u20ac ");
        for (char c = ' '; c < 127; c++) {
            all.append(c);
        }
        answer = observer -> observer.onError(Status.INTERNAL.withDescription(all.toString()).asException());

        assertThat(send(REQUEST).reason).isEqualTo("gRPC INTERNAL, " + all);
    }

    @Test
    void headersLongerThanAFrameArriveBothWays() throws IOException {
        String large = "z".repeat(40_000);
        serveAndConnect("headers", "large=" + large);
        answer = observer -> observer.onError(Status.INTERNAL.withDescription(large).asException());

        assertThat(send(REQUEST).reason).isEqualTo("gRPC INTERNAL, " + large);
        assertThat(head(0, "large")).isEqualTo(large);
    }

    @Test
    void aMissingServiceIsAFaultForGood() throws IOException {
        server = NettyServerBuilder.forPort(0).build().start();
        connect("http://localhost:" + server.getPort());

        assertThat(send(REQUEST).verdict).isEqualTo(Reply.Verdict.REJECTED);
    }

    @Test
    void aBackendThatWasRestartedIsConnectedToAgainUnnoticed() throws Exception {
        serveAndConnect();
        send(REQUEST);
        int port = server.getPort();
        server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        serve(port, UnaryOperator.identity());

        assertThat(send(REQUEST).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
        assertThat(connections).hasValue(2);
    }

    @Test
    void aSilentBackendDoesNotHoldTheWorkerLongerThanTheDeadline() throws IOException {
        serveAndConnect();
        answer = observer -> requests.size();

        assertThatThrownBy(() -> transport.send(REQUEST, REQUEST.length, Deadline.in(400))).isInstanceOf(IOException.class);
        answer = GrpcProtocolTest::accept;
        assertThat(send(REQUEST).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
    }

    @Test
    void aBackendThatNeverReadsDoesNotEither() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0)) {
            connect("http://localhost:" + deaf.getLocalPort());

            assertThatThrownBy(() -> transport.send(REQUEST, REQUEST.length, Deadline.in(300))).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void anHttp1PortIsRecognised() throws Exception {
        try (ServerSocket http1 = new ServerSocket(0)) {
            connect("http://localhost:" + http1.getLocalPort());
            Thread thread = new Thread(() -> {
                try (Socket socket = http1.accept()) {
                    socket.getInputStream().readNBytes(100);
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    return;
                }
            });
            thread.start();

            assertThatThrownBy(() -> send(REQUEST))
                .hasMessage("the answer is not HTTP/2 but HTTP/1.1: is this the port of otel.exporter.otlp.protocol=http/protobuf?");
            thread.join();
        }
    }

    @Test
    void overTls(@TempDir Path folder) throws Exception {
        Certificates certificates = new Certificates(folder);
        KeyStore identity = certificates.make("server");
        String certificate = certificates.certificateFile(identity);
        String key = certificates.keyFile(identity);
        serve(0, builder -> builder.useTransportSecurity(new File(certificate), new File(key)));
        connect("https://localhost:" + server.getPort(), "certificate", certificate);

        assertThat(send(REQUEST).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
        assertThat(send(REQUEST).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
        assertThat(connections).hasValue(1);
    }
}
