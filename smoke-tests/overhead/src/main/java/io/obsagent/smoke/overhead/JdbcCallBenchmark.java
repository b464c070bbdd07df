package io.obsagent.smoke.overhead;

import io.obsagent.smoke.harness.AgentJar;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One prepared query on H2 in memory: without the agent, with it and nothing sampled, with it and everything sampled
 * and exported. The difference in allocation, of all threads, is what a call costs. Budget: 64 B unsampled, 1 KiB
 * sampled. Last results: docs/measurements.md.
 *
 * <p>{@code mvn -B -q package -DskipTests -Pbenchmarks -Dbenchmark=JdbcCall}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class JdbcCallBenchmark {
    /** Work between two calls, so that every span is exported and none dropped: about 20,000 calls a second. */
    @Param("25000")
    public long pause;

    private Connection connection;
    private PreparedStatement query;

    @Setup
    public void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:benchmark");
        query = connection.prepareStatement("SELECT 6 * 7");
    }

    @TearDown
    public void close() throws SQLException {
        connection.close();
    }

    @Benchmark
    public int call() throws SQLException {
        Blackhole.consumeCPU(pause);
        try (ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Runs the three forms one after the other. */
    static void compare() throws RunnerException {
        // The agent's own classes, which the other benchmark needs, would stand in front of the agent's jar.
        System.setProperty("java.class.path", Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("obs-agent-core") && !entry.contains("obs-agent-bootstrap")
                        && !entry.matches(".*/(agent|bootstrap)/target/.*"))
                .collect(Collectors.joining(File.pathSeparator)));
        String agent = "-javaagent:" + AgentJar.packaged();
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            String endpoint = "-Dotel.exporter.otlp.endpoint=" + receiver.httpEndpoint();
            run("without the agent");
            run("unsampled", agent, endpoint, "-Dotel.traces.sampler=always_off");
            run("sampled", agent, endpoint, "-Dotel.traces.sampler=always_on");
        }
    }

    private static void run(String form, String... jvmOptions) throws RunnerException {
        System.out.println("JDBC call, " + form);
        ChainedOptionsBuilder options = new OptionsBuilder().include(JdbcCallBenchmark.class.getName())
                .addProfiler(GCProfiler.class).jvmArgsAppend(jvmOptions);
        new Runner(options.build()).run();
    }
}
