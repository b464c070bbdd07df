package io.obsagent.smoke.harness;

import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How to start one JVM: JDK, class path, main class, agent, settings. A builder; every method changes and returns
 * this object. The same object can start several processes. Not thread-safe.
 *
 * <p>The child inherits the environment except for variables that would configure a JVM or an agent, so that a test
 * means the same everywhere.
 */
public final class JavaApp {
    private static final List<String> FOREIGN = List.of("OTEL_", "OBS_", "PYROSCOPE_", "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

    private final List<String> classPath = new ArrayList<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> agents = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path executable = Jdks.current().java();
    private List<String> leading = List.of();
    private Path workingDirectory;
    private String mainClass;

    private JavaApp() {
    }

    /** An application on this class path. */
    public static JavaApp of(String mainClass, List<Path> classPath) {
        JavaApp app = new JavaApp();
        app.mainClass = mainClass;
        classPath.forEach(path -> app.classPath.add(path.toString()));
        return app;
    }

    /** A JVM with nothing to run but its options, such as {@code -version} or {@code -jar x.jar}. */
    public static JavaApp bare() {
        return new JavaApp();
    }

    public JavaApp on(Jdk jdk) {
        return program(jdk.java());
    }

    /** Starts another program than {@code java}: a tool of the JDK; with arguments that precede all others. */
    public JavaApp program(Path program, String... first) {
        this.executable = program;
        this.leading = List.of(first);
        return this;
    }

    /** Adds the packaged agent. */
    public JavaApp withAgent() {
        return withAgent(AgentJar.packaged(), "");
    }

    /** Adds the packaged agent with agent arguments. */
    public JavaApp withAgent(String arguments) {
        return withAgent(AgentJar.packaged(), arguments);
    }

    /** Adds any agent; may be called several times. */
    public JavaApp withAgent(Path jar, String arguments) {
        agents.add("-javaagent:" + jar + (arguments.isEmpty() ? "" : "=" + arguments));
        return this;
    }

    /** Sends to this receiver by http/protobuf, several times a second so that tests do not wait for the defaults. */
    public JavaApp exportTo(OtlpReceiver receiver) {
        return exportTo(receiver.httpEndpoint(), "http/protobuf");
    }

    /** As {@link #exportTo(OtlpReceiver)}, by gRPC. */
    public JavaApp exportOverGrpcTo(OtlpReceiver receiver) {
        return exportTo(receiver.grpcEndpoint(), "grpc");
    }

    /** Sends to this address, where nothing needs to listen. */
    public JavaApp exportTo(String endpoint, String protocol) {
        return env("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
                .env("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
                .env("OTEL_METRIC_EXPORT_INTERVAL", "500")
                .env("OTEL_BSP_SCHEDULE_DELAY", "100");
    }

    public JavaApp env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public JavaApp property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    public JavaApp jvmOption(String... options) {
        jvmOptions.addAll(List.of(options));
        return this;
    }

    public JavaApp in(Path directory) {
        this.workingDirectory = directory;
        return this;
    }

    /** Starts the JVM and returns at once. */
    public AppProcess start(String... arguments) {
        List<String> command = command(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
        builder.environment().putAll(environment);
        if (workingDirectory != null) {
            builder.directory(workingDirectory.toFile());
        }
        try {
            return new AppProcess(String.join(" ", command), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    /** Starts the JVM with an empty input and waits for its end. */
    public AppProcess run(String... arguments) {
        AppProcess process = start(arguments);
        process.closeInput();
        process.awaitExit();
        return process;
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(leading);
        command.addAll(agents);
        command.addAll(jvmOptions);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        if (!classPath.isEmpty()) {
            command.add("-cp");
            command.add(classPath.stream().collect(Collectors.joining(File.pathSeparator)));
        }
        if (mainClass != null) {
            command.add(mainClass);
        }
        command.addAll(List.of(arguments));
        return command;
    }
}
