package io.obsagent.smoke.otlp;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolConfig;
import io.grpc.netty.shaded.io.netty.handler.ssl.ApplicationProtocolNames;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.grpc.netty.shaded.io.netty.handler.ssl.JdkSslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.profiles.v1development.ExportProfilesServiceRequest;
import io.opentelemetry.proto.collector.profiles.v1development.ExportProfilesServiceResponse;
import io.opentelemetry.proto.collector.profiles.v1development.ProfilesServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The gRPC side of the receiver: the four collector services on a loopback port. */
final class GrpcFrontEnd implements AutoCloseable {
    private static final Context.Key<Map<String, String>> HEADERS = Context.key("headers");
    private static final int REQUEST_BYTES = 64 << 20;

    private final Server server;
    private final ExecutorService workers = Executors.newCachedThreadPool(DaemonThreads.named("otlp-grpc"));
    private final ScheduledExecutorService delayed =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("otlp-grpc-delay"));
    private final ReplyScript script;
    private final Received received;

    GrpcFrontEnd(SSLContext tls, boolean clientCertificate, ReplyScript script, Received received) {
        this.script = script;
        this.received = received;
        try {
            NettyServerBuilder builder = NettyServerBuilder
                    .forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            if (tls != null) {
                builder.sslContext(http2(tls, clientCertificate));
            }
            this.server = builder
                    .executor(workers)
                    .maxInboundMessageSize(REQUEST_BYTES)
                    .intercept(new HeaderCapture())
                    .addService(new Traces())
                    .addService(new Metrics())
                    .addService(new Logs())
                    .addService(new Profiles())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SslContext http2(SSLContext tls, boolean clientCertificate) {
        return new JdkSslContext(tls, false, null, IdentityCipherSuiteFilter.INSTANCE,
                new ApplicationProtocolConfig(ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT, ApplicationProtocolNames.HTTP_2),
                clientCertificate ? ClientAuth.REQUIRE : ClientAuth.NONE, null, false);
    }

    int port() {
        return server.getPort();
    }

    private <T extends Message> void handle(Signal signal, Message request, StreamObserver<T> observer,
                                            Class<T> responseType) {
        Reply reply = script.next(signal);
        received.add(OtlpRequest.overGrpc(signal, HEADERS.get(), request, reply));
        if (reply.manner() == Reply.Manner.NEVER) {
            return;
        }
        Runnable answer = () -> answer(signal, reply, observer, responseType);
        if (reply.delay().isZero()) {
            answer.run();
        } else {
            delayed.schedule(answer, reply.delay().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static <T extends Message> void answer(Signal signal, Reply reply, StreamObserver<T> observer,
                                                   Class<T> responseType) {
        if (reply.accepts()) {
            observer.onNext(responseType.cast(Responses.message(signal, reply)));
            observer.onCompleted();
        } else {
            observer.onError(StatusProto.toStatusRuntimeException(status(reply)));
        }
    }

    private static Status status(Reply reply) {
        Status.Builder status = Status.newBuilder().setCode(code(reply.status()).value()).setMessage("scripted");
        String retryAfter = reply.headers().get("Retry-After");
        if (retryAfter != null) {
            RetryInfo info = RetryInfo.newBuilder()
                    .setRetryDelay(Duration.newBuilder().setSeconds(Long.parseLong(retryAfter))).build();
            status.addDetails(Any.pack(info));
        }
        return status.build();
    }

    /** The pairs of HTTP and gRPC codes in the failure section of the OTLP specification. */
    private static Code code(int httpStatus) {
        switch (httpStatus) {
            case 400:
                return Code.INVALID_ARGUMENT;
            case 401:
                return Code.UNAUTHENTICATED;
            case 403:
                return Code.PERMISSION_DENIED;
            case 404:
                return Code.UNIMPLEMENTED;
            case 429:
                return Code.RESOURCE_EXHAUSTED;
            case 502:
            case 503:
            case 504:
                return Code.UNAVAILABLE;
            default:
                return Code.UNKNOWN;
        }
    }

    @Override
    public void close() {
        delayed.shutdownNow();
        server.shutdownNow();
        try {
            // Ended calls still report to the workers; without them Netty prints a stack trace.
            server.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdown();
    }

    private static final class HeaderCapture implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata metadata,
                                                          ServerCallHandler<Q, A> next) {
            Map<String, String> headers = new TreeMap<>();
            for (String name : metadata.keys()) {
                if (!name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
                    headers.put(name, metadata.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
                }
            }
            return Contexts.interceptCall(Context.current().withValue(HEADERS, headers), call, metadata, next);
        }
    }

    private final class Traces extends TraceServiceGrpc.TraceServiceImplBase {
        @Override
        public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> observer) {
            handle(Signal.TRACES, request, observer, ExportTraceServiceResponse.class);
        }
    }

    private final class Metrics extends MetricsServiceGrpc.MetricsServiceImplBase {
        @Override
        public void export(ExportMetricsServiceRequest request,
                           StreamObserver<ExportMetricsServiceResponse> observer) {
            handle(Signal.METRICS, request, observer, ExportMetricsServiceResponse.class);
        }
    }

    private final class Logs extends LogsServiceGrpc.LogsServiceImplBase {
        @Override
        public void export(ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> observer) {
            handle(Signal.LOGS, request, observer, ExportLogsServiceResponse.class);
        }
    }

    private final class Profiles extends ProfilesServiceGrpc.ProfilesServiceImplBase {
        @Override
        public void export(ExportProfilesServiceRequest request,
                           StreamObserver<ExportProfilesServiceResponse> observer) {
            handle(Signal.PROFILES, request, observer, ExportProfilesServiceResponse.class);
        }
    }
}
