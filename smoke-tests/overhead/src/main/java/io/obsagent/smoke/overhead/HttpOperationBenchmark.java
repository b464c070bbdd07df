package io.obsagent.smoke.overhead;

import io.obsagent.config.HttpSettings;
import io.obsagent.config.PropagationSettings;
import io.obsagent.config.SemconvSettings;
import io.obsagent.config.Settings;
import io.obsagent.export.pipeline.Pipeline;
import io.obsagent.export.pipeline.SpanQueue;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.telemetry.propagation.Propagation;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the agent itself does for a request served, for a call to another server, and for both together, without any
 * library around it: the part of the cost that is ours. All threads and the export are counted. Budget: 128 B
 * unsampled, 1 KiB sampled. Last results: docs/measurements.md.
 *
 * <p>{@code mvn -B -q package -DskipTests -Pbenchmarks -Dbenchmark=HttpOperation}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HttpOperationBenchmark {
    @Param({"always_off", "always_on"})
    public String sampler;

    /** Work between two operations, so that every span is exported and none dropped. */
    @Param("25000")
    public long pause;

    private final ServedRequest received = new ServedRequest();
    private final SentRequest sent = new SentRequest();
    private SpanSink sink;
    private SpanQueue queue;
    private Telemetry telemetry;
    private HttpServerTelemetry servers;
    private HttpClientTelemetry clients;
    private Pipeline pipeline;

    @Setup
    public void start() throws IOException {
        sink = new SpanSink();
        Settings settings = Settings.of("", Collections.emptyMap(), Map.of("OTEL_TRACES_SAMPLER", sampler,
                "OTEL_METRICS_EXPORTER", "none", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", sink.endpoint()));
        queue = new SpanQueue(settings);
        telemetry = new Telemetry(settings, true, queue);
        Propagation propagation = Propagation.of(PropagationSettings.of(settings));
        servers = new HttpServerTelemetry(telemetry, propagation, HttpSettings.of(settings), SemconvSettings.of(settings));
        clients = new HttpClientTelemetry(telemetry, propagation, HttpSettings.of(settings), SemconvSettings.of(settings));
        Thread exporter = new Thread(() -> pipeline.run(), "exporter");
        pipeline = new Pipeline(telemetry, queue, settings, Map.of("service.name", "benchmark"), exporter, System.nanoTime());
        exporter.setDaemon(true);
        exporter.start();
    }

    @TearDown
    public void stop() {
        pipeline.close(10_000);
        sink.close();
        if (queue.dropped() > 0) {
            throw new IllegalStateException(queue.dropped() + " spans were dropped, and cost less than they should");
        }
    }

    /** The harness's own allocation, to be taken off. */
    @Benchmark
    public void nothing() {
        Blackhole.consumeCPU(pause);
    }

    @Benchmark
    public boolean server() {
        Blackhole.consumeCPU(pause);
        HttpServerOperation operation = servers.start(received, received);
        operation.attach();
        operation.route("/orders/{id}", RouteSource.CONTROLLER);
        operation.detach();
        return operation.end(200, received, received);
    }

    @Benchmark
    public String client() {
        Blackhole.consumeCPU(pause);
        return call();
    }

    @Benchmark
    public boolean serverWithClient() {
        Blackhole.consumeCPU(pause);
        HttpServerOperation operation = servers.start(received, received);
        operation.attach();
        operation.route("/orders/{id}", RouteSource.CONTROLLER);
        call();
        operation.detach();
        return operation.end(200, received, received);
    }

    private String call() {
        HttpClientOperation operation = clients.start(sent, sent);
        operation.inject(sent, (request, name, value) -> request.traceparent = value);
        operation.attach();
        operation.attempted();
        operation.detach();
        operation.responded(sent, sent);
        return sent.traceparent;
    }
}
