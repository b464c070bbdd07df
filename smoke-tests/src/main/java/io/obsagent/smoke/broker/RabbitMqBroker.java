package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.Folders;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A RabbitMQ that {@code smoke-tests/servers.sh} has installed, with a node, a folder and an Erlang port mapper of its
 * own: no service needs to run, and a running one is not touched. Not thread-safe.
 */
public final class RabbitMqBroker implements Broker {
    private final RabbitMqPrograms programs;
    private final Path folder;
    private final int port = Ports.free();
    private final int nodePort = Ports.free();
    private final int mapperPort = Ports.free();
    private final AppProcess portMapper;
    private AppProcess server;

    private RabbitMqBroker(RabbitMqPrograms programs, String... plugins) throws IOException {
        this.programs = programs;
        folder = programs.newFolder();
        Files.writeString(folder.resolve("plugins"), "[" + String.join(",", plugins) + "].");
        portMapper = configured(programs.portMapper()).start();
        server = startServer();
    }

    /** Whether this machine has RabbitMQ 3. */
    public static boolean isInstalled() {
        return RabbitMqPrograms.ofSystem().isPresent();
    }

    /** Whether this machine has RabbitMQ 4. */
    public static boolean isRelease4Installed() {
        return RabbitMqPrograms.ofRelease4().isPresent();
    }

    /**
     * RabbitMQ 3.
     *
     * @param plugins to run it with, such as {@code rabbitmq_amqp1_0}
     */
    public static RabbitMqBroker start(String... plugins) {
        return start(RabbitMqPrograms.ofSystem(), plugins);
    }

    /** RabbitMQ 4, which speaks AMQP 1.0 without a plugin. */
    public static RabbitMqBroker startRelease4() {
        return start(RabbitMqPrograms.ofRelease4());
    }

    private static RabbitMqBroker start(Optional<RabbitMqPrograms> programs, String... plugins) {
        try {
            return new RabbitMqBroker(programs.orElseThrow(() -> new IllegalStateException("RabbitMQ is not installed")), plugins);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AppProcess startServer() {
        AppProcess started = configured(programs.server())
                .env("RUNNING_UNDER_SYSTEMD", "true") // the script becomes the server, so that signals reach it
                .start();
        started.awaitLine("Server startup complete");
        return started;
    }

    private JavaApp configured(JavaApp program) {
        String home = programs.name(folder);
        return program
                .env("HOME", home) // where the nodes' shared secret is made
                .env("ERL_EPMD_ADDRESS", "127.0.0.1")
                .env("ERL_EPMD_PORT", Integer.toString(mapperPort))
                .env("RABBITMQ_NODENAME", "obs-" + port + "@localhost")
                .env("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1")
                .env("RABBITMQ_NODE_PORT", Integer.toString(port))
                .env("RABBITMQ_DIST_PORT", Integer.toString(nodePort))
                .env("RABBITMQ_MNESIA_BASE", home + "/data")
                .env("RABBITMQ_ENABLED_PLUGINS_FILE", home + "/plugins")
                .env("RABBITMQ_CONFIG_FILE", home + "/none")
                .env("RABBITMQ_CONF_ENV_FILE", home + "/none")
                .env("RABBITMQ_LOGS", "-");
    }

    @Override
    public int port() {
        return port;
    }

    /** What the server has taken since it started. */
    public Duration cpu() {
        return ProcessHandle.of(server.pid()).flatMap(process -> process.info().totalCpuDuration()).orElseThrow();
    }

    /** Ends the server and starts it again; durable queues keep their persistent messages. */
    public void restart() {
        server.terminate().awaitExit();
        server = startServer();
    }

    /** Lets it take itself to be out of memory: it no longer reads from connections that publish. */
    public void block() {
        control("set_vm_memory_high_watermark", "0");
    }

    /** Reads from all connections again. */
    public void unblock() {
        control("set_vm_memory_high_watermark", "0.4");
    }

    /** Makes durable queues for clients that cannot. */
    public void declare(String... queues) {
        evaluate("[rabbit_amqqueue:declare(rabbit_misc:r(<<\"/\">>, queue, Name), true, false, [], none, <<\"guest\">>) || Name <- ["
                + Stream.of(queues).map(name -> "<<\"" + name + "\">>").collect(Collectors.joining(",")) + "]].");
    }

    /**
     * What the broker itself has counted since it started, over all protocols and kinds of queues.
     *
     * @param counter as RabbitMQ names it, such as {@code messages_received_total}
     */
    public long count(String counter) {
        return Long.parseLong(evaluate("lists:sum([maps:get(" + counter
                + ", Counters, 0) || Counters <- maps:values(rabbit_global_counters:overview())])."));
    }

    private String evaluate(String expression) {
        List<String> lines = control("eval", expression).stdout().lines();
        return lines.get(lines.size() - 1).trim();
    }

    private AppProcess control(String... command) {
        return configured(programs.control()).run(command).expectExit(0);
    }

    @Override
    public void close() {
        server.terminate().awaitExit();
        portMapper.close();
        Folders.delete(folder);
    }
}
