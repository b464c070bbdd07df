package io.obsagent.smoke.otlp;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Takes one call through a front end of its own before the first real one. A cold Netty needs seconds for its first
 * call on a busy machine, and an agent's last export at exit does not wait that long.
 */
final class GrpcWarmUp {
    private static boolean done;

    private GrpcWarmUp() {
    }

    static synchronized void once() {
        if (done) {
            return;
        }
        done = true;
        try (GrpcFrontEnd server = new GrpcFrontEnd(null, false, new ReplyScript(), new Received())) {
            ManagedChannel channel = NettyChannelBuilder
                    .forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()))
                    .usePlaintext().build();
            try {
                TraceServiceGrpc.newBlockingStub(channel).export(ExportTraceServiceRequest.getDefaultInstance());
            } finally {
                channel.shutdownNow();
            }
        }
    }
}
