package io.obsagent.export.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.obsagent.export.RawServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the first export costs with each transport, in fresh JVMs that take turns, as medians. Not part of the ordinary test
 * run: {@code mvn -pl agent -am test -Dtest=FirstExportCost -Dsurefire.failIfNoSpecifiedTests=false}. The numbers are in
 * docs/measurements.md.
 */
class FirstExportCost {
    private static final int ROUNDS = 5;

    @Test
    void ofEachTransport() throws Exception {
        Server grpc = grpcServer();
        try (RawServer http = new RawServer()) {
            String httpEndpoint = "http://localhost:" + http.port();
            String grpcEndpoint = "http://localhost:" + grpc.getPort();
            Map<String, List<long[]>> results = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                http.answers(ok(), ok(), ok(), ok());
                measure(results, "HTTP, ours", "ours, HTTP", httpEndpoint);
                measure(results, "HTTP, HttpURLConnection", "HttpURLConnection", httpEndpoint);
                measure(results, "HTTP, java.net.http", "java.net.http", httpEndpoint);
                measure(results, "HTTP, SDK on OkHttp", "SDK, HTTP", httpEndpoint);
                measure(results, "gRPC, ours", "ours, gRPC", grpcEndpoint);
                measure(results, "gRPC, SDK on OkHttp", "SDK, gRPC", grpcEndpoint);
            }
            System.out.println("| transport | classes loaded | CPU ms | threads left |\n|---|---|---|---|");
            results.forEach((name, all) ->
                System.out.println("| " + name + " | " + median(all, 0) + " | " + median(all, 1) + " | " + median(all, 2) + " |"));

            assertThat(median(results.get("HTTP, ours"), 0)).isLessThan(median(results.get("HTTP, java.net.http"), 0));
            assertThat(median(results.get("gRPC, ours"), 0)).isLessThan(median(results.get("gRPC, SDK on OkHttp"), 0));
        } finally {
            grpc.shutdownNow();
        }
    }

    private static String ok() {
        return RawServer.response("200 OK", "", "");
    }

    private static void measure(Map<String, List<long[]>> results, String name, String variant, String endpoint) throws Exception {
        Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
            FirstExport.class.getName(), variant, endpoint).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        process.waitFor();
        assertThat(output).as(name).startsWith("true ");
        String[] numbers = output.split(" ");
        results.computeIfAbsent(name, any -> new ArrayList<>())
            .add(new long[] {Long.parseLong(numbers[1]), Long.parseLong(numbers[2]), Long.parseLong(numbers[3])});
    }

    private static long median(List<long[]> results, int column) {
        long[] sorted = results.stream().mapToLong(result -> result[column]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Server grpcServer() throws IOException {
        return NettyServerBuilder.forPort(0).addService(new TraceServiceGrpc.TraceServiceImplBase() {
            @Override
            public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> observer) {
                observer.onNext(ExportTraceServiceResponse.getDefaultInstance());
                observer.onCompleted();
            }
        }).build().start();
    }
}
