package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.Folders;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The RabbitMQ of the machine's packages ({@code smoke-tests/servers.sh} installs it), with a node, a folder and an
 * Erlang port mapper of its own: no service needs to run, and a running one is not touched. Not thread-safe.
 */
public final class RabbitMqBroker implements Broker {
    /** The packages' scripts in the path insist on their own user; those beside the server run for anyone. */
    private static final Path SERVERS = Path.of("/usr/lib/rabbitmq/lib");

    private final Path programs = programs().orElseThrow(() -> new IllegalStateException("RabbitMQ is not installed"));
    private final Path folder;
    private final int port = Ports.free();
    private final int nodePort = Ports.free();
    private final int mapperPort = Ports.free();
    private final AppProcess portMapper;
    private AppProcess server;

    private RabbitMqBroker(String... plugins) throws IOException {
        folder = Files.createTempDirectory("obs-agent-rabbitmq");
        Files.writeString(folder.resolve("plugins"), "[" + String.join(",", plugins) + "].");
        portMapper = program(Path.of("epmd")).start();
        server = startServer();
    }

    /** Whether this machine has it. */
    public static boolean isInstalled() {
        return programs().isPresent();
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(SERVERS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(SERVERS)) {
            return versions.map(version -> version.resolve("sbin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("rabbitmq-server"))).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param plugins to run it with, such as {@code rabbitmq_amqp1_0} */
    public static RabbitMqBroker start(String... plugins) {
        try {
            return new RabbitMqBroker(plugins);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AppProcess startServer() {
        AppProcess started = program(programs.resolve("rabbitmq-server"))
                .env("RUNNING_UNDER_SYSTEMD", "true") // the script becomes the server, so that signals reach it
                .start();
        started.awaitLine("Server startup complete");
        return started;
    }

    private JavaApp program(Path program) {
        return JavaApp.bare().program(program)
                .env("HOME", folder.toString()) // where the nodes' shared secret is made
                .env("ERL_EPMD_ADDRESS", "127.0.0.1")
                .env("ERL_EPMD_PORT", Integer.toString(mapperPort))
                .env("RABBITMQ_NODENAME", "obs-" + port + "@localhost")
                .env("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1")
                .env("RABBITMQ_NODE_PORT", Integer.toString(port))
                .env("RABBITMQ_DIST_PORT", Integer.toString(nodePort))
                .env("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString())
                .env("RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("plugins").toString())
                .env("RABBITMQ_CONFIG_FILE", folder.resolve("none").toString())
                .env("RABBITMQ_CONF_ENV_FILE", folder.resolve("none").toString())
                .env("RABBITMQ_LOGS", "-");
    }

    @Override
    public int port() {
        return port;
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
        return program(programs.resolve("rabbitmqctl")).run(command).expectExit(0);
    }

    @Override
    public void close() {
        server.terminate().awaitExit();
        portMapper.close();
        Folders.delete(folder);
    }
}
