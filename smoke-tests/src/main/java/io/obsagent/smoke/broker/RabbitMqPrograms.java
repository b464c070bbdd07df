package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.JavaApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed RabbitMQ, of this system or in a root of its own. The packages' scripts in the path insist on their own
 * user; those beside the server run for anyone. Immutable.
 */
final class RabbitMqPrograms {
    private static final Path SYSTEM = Path.of("/");
    private static final String SERVERS = "usr/lib/rabbitmq/lib";

    private final Path root;
    private final Path scripts;

    private RabbitMqPrograms(Path root, Path scripts) {
        this.root = root;
        this.scripts = scripts;
    }

    /** RabbitMQ 3, of this system's packages. */
    static Optional<RabbitMqPrograms> ofSystem() {
        return in(SYSTEM);
    }

    /** RabbitMQ 4, in the root that {@code smoke-tests/servers.sh} makes; only root can enter it. */
    static Optional<RabbitMqPrograms> ofRelease4() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return "root".equals(System.getProperty("user.name")) ? in(caches.resolve("obs-agent/rabbitmq4")) : Optional.empty();
    }

    private static Optional<RabbitMqPrograms> in(Path root) {
        Path servers = root.resolve(SERVERS);
        if (!Files.isDirectory(servers)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(servers)) {
            return versions.map(version -> version.resolve("sbin"))
                    .filter(scripts -> Files.isExecutable(scripts.resolve("rabbitmq-server")))
                    .map(scripts -> new RabbitMqPrograms(root, scripts)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty folder that the programs can see. */
    Path newFolder() throws IOException {
        return root.equals(SYSTEM) ? Files.createTempDirectory("obs-agent-rabbitmq")
                : Files.createTempDirectory(root.resolve("tmp"), "obs-agent-rabbitmq");
    }

    /** How the programs name a file. */
    String name(Path file) {
        return root.equals(SYSTEM) ? file.toString() : "/" + root.relativize(file);
    }

    JavaApp portMapper() {
        return program("/usr/bin/epmd");
    }

    JavaApp server() {
        return program(name(scripts.resolve("rabbitmq-server")));
    }

    JavaApp control() {
        return program(name(scripts.resolve("rabbitmqctl")));
    }

    private JavaApp program(String program) {
        return root.equals(SYSTEM) ? JavaApp.bare().program(Path.of(program))
                : JavaApp.bare().program(Path.of("chroot"), root.toString(), program);
    }
}
