package io.obsagent.smoke.otlp;

import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * A backend on loopback ports: OTLP over HTTP and over gRPC, and Pyroscope's push call. Answers success unless a test
 * scripts something else, keeps everything in {@link #received()}. Thread-safe.
 */
public final class OtlpReceiver implements AutoCloseable {
    private static final List<OtlpReceiver> OPENED = new ArrayList<>();

    private final ReplyScript script = new ReplyScript();
    private final Received received = new Received();
    private final ContractTerms terms = new ContractTerms();
    private final HttpFrontEnd http;
    private final GrpcFrontEnd grpc;
    private final String scheme;

    private OtlpReceiver(SSLContext tls, boolean clientCertificate) {
        http = new HttpFrontEnd(tls, clientCertificate, script, received);
        grpc = new GrpcFrontEnd(tls, clientCertificate, script, received);
        scheme = tls == null ? "http" : "https";
        synchronized (OPENED) {
            OPENED.add(this);
        }
    }

    /** Listens on free ports. */
    public static OtlpReceiver start() {
        return new OtlpReceiver(null, false);
    }

    /** HTTP and gRPC over TLS on free ports. */
    public static OtlpReceiver startTls(SSLContext tls, boolean clientCertificateNeeded) {
        return new OtlpReceiver(tls, clientCertificateNeeded);
    }

    /**
     * Hands over every receiver opened since the last call, open or closed, so that the contract can be checked on
     * all of them at the end of a test class without each test having to remember it.
     */
    public static List<OtlpReceiver> takeOpened() {
        synchronized (OPENED) {
            List<OtlpReceiver> taken = List.copyOf(OPENED);
            OPENED.clear();
            return taken;
        }
    }

    /** Base URL for {@code OTEL_EXPORTER_OTLP_ENDPOINT} with http/protobuf. */
    public String httpEndpoint() {
        return scheme + "://localhost:" + http.port();
    }

    /** Base URL for {@code OTEL_EXPORTER_OTLP_ENDPOINT} with grpc. */
    public String grpcEndpoint() {
        GrpcWarmUp.once();
        return scheme + "://localhost:" + grpc.port();
    }

    /** Answers the next requests of a signal with these replies, one each. */
    public OtlpReceiver replyNext(Signal signal, Reply... replies) {
        script.queue(signal, replies);
        return this;
    }

    /** Answers every request of a signal this way once the queued replies are used up. */
    public OtlpReceiver replyAlways(Signal signal, Reply reply) {
        script.always(signal, reply);
        return this;
    }

    public Received received() {
        return received;
    }

    /** What of the contract does not hold for the tests on this receiver, and why. */
    public ContractTerms terms() {
        return terms;
    }

    /** Closes the ports; what was received stays readable. */
    @Override
    public void close() {
        http.close();
        grpc.close();
    }
}
